package org.lecturehighlights.media.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.media.LectureFixture;
import org.lecturehighlights.media.MediaInfo;
import org.lecturehighlights.media.MediaProbe;
import org.lecturehighlights.media.process.Ffmpeg;
import org.lecturehighlights.timeline.Span;

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
}
