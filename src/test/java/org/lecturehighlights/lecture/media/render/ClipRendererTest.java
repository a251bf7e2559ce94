package org.lecturehighlights.lecture.media.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.lecture.media.LectureFixture;
import org.lecturehighlights.lecture.media.MediaInfo;
import org.lecturehighlights.lecture.media.MediaProbe;
import org.lecturehighlights.lecture.media.decode.AudioSamples;
import org.lecturehighlights.lecture.media.decode.DecodedLecture;
import org.lecturehighlights.lecture.media.decode.LectureDecoder;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.timeline.Span;

class ClipRendererTest {
  @TempDir Path directory;
  private final Ffmpeg ffmpeg = LectureFixture.ffmpeg();

  @Test
  void kept_spans_are_played_one_after_the_other() throws Exception {
    Path lecture = LectureFixture.ofSeconds(40).write(ffmpeg, directory.resolve("lecture.mp4"));
    MediaInfo info = new MediaProbe(ffmpeg).probe(lecture);
    Path clip = directory.resolve("clip.mp4");

    new ClipRenderer(ffmpeg)
        .render(
            new RenderOrder(
                lecture,
                info,
                List.of(
                    Span.ofSeconds(3.317, 5.1),
                    Span.ofSeconds(6.05, 9.013),
                    Span.ofSeconds(30.4, 33.222)),
                3,
                clip),
            _ -> {});

    MediaInfo made = new MediaProbe(ffmpeg).probe(clip);
    assertThat(made.duration()).isBetween(Duration.ofMillis(7518), Duration.ofMillis(7618));
    assertThat(made.video().orElseThrow().width()).isEqualTo(640);
    assertThat(made.audio().orElseThrow().sampleRate()).isEqualTo(48_000);
  }

  @Test
  void pauses_that_were_cut_out_are_not_heard() throws Exception {
    LectureFixture fixture = LectureFixture.ofSeconds(20);
    Path lecture = fixture.write(ffmpeg, directory.resolve("lecture.mp4"));
    MediaInfo info = new MediaProbe(ffmpeg).probe(lecture);
    Path clip = directory.resolve("clip.mp4");

    new ClipRenderer(ffmpeg)
        .render(
            new RenderOrder(
                lecture,
                info,
                List.of(
                    Span.ofSeconds(5.2, 8.6),
                    Span.ofSeconds(10.2, 13.6),
                    Span.ofSeconds(15.2, 18.6)),
                0,
                clip),
            _ -> {});

    DecodedLecture decoded =
        new LectureDecoder(ffmpeg)
            .decode(clip, new MediaProbe(ffmpeg).probe(clip), directory, _ -> {});
    assertThat(loudestOf20Millis(decoded, 0.1, 10.1)).allMatch(level -> level > -45);
  }

  @Test
  void a_lecture_without_sound_becomes_a_clip_with_a_silent_track() throws Exception {
    Path lecture =
        LectureFixture.ofSeconds(6).withoutAudio().write(ffmpeg, directory.resolve("l.mp4"));
    Path clip = directory.resolve("clip.mp4");

    new ClipRenderer(ffmpeg)
        .render(
            new RenderOrder(
                lecture,
                new MediaProbe(ffmpeg).probe(lecture),
                List.of(Span.ofSeconds(1, 5)),
                0,
                clip),
            _ -> {});

    MediaInfo made = new MediaProbe(ffmpeg).probe(clip);
    assertThat(made.audio()).isPresent();
    assertThat(made.duration()).isBetween(Duration.ofMillis(3950), Duration.ofMillis(4050));
  }

  @Test
  void the_thumbnail_is_not_the_blank_screen() throws Exception {
    Path lecture =
        LectureFixture.ofSeconds(12)
            .withoutCamera()
            .withBlank(Span.ofSeconds(0, 7))
            .write(ffmpeg, directory.resolve("lecture.mp4"));
    MediaInfo info = new MediaProbe(ffmpeg).probe(lecture);
    Path picture = directory.resolve("thumbnail.jpg");

    Duration moment =
        new ThumbnailRenderer(ffmpeg)
            .renderThumbnail(lecture, info, List.of(Span.ofSeconds(2, 11)), picture);

    assertThat(moment).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(11));
    assertThat(Files.readAllBytes(picture)).startsWith(0xff, 0xd8, 0xff);
  }

  /** Levels in dBFS of blocks of 20 ms. */
  private List<Double> loudestOf20Millis(DecodedLecture decoded, double from, double to)
      throws Exception {
    List<Double> levels = new ArrayList<>();
    short[] block = new short[AudioSamples.RATE / 50];
    try (AudioSamples samples = AudioSamples.open(ffmpeg, decoded.audio().orElseThrow())) {
      for (int i = 0; samples.read(block) == block.length; i++) {
        int loudest = 1;
        for (short sample : block) {
          loudest = Math.max(loudest, Math.abs(sample));
        }
        if (from <= i / 50.0 && i / 50.0 < to) {
          levels.add(20 * Math.log10(loudest / 32768.0));
        }
      }
    }
    return levels;
  }
}
