package org.lecturehighlights.lecture.media.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.lecture.media.LectureFixture;
import org.lecturehighlights.lecture.media.MediaInfo;
import org.lecturehighlights.lecture.media.MediaProbe;
import org.lecturehighlights.lecture.media.process.Containers;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.media.process.FfmpegCommand;

class LectureDecoderTest {
  @TempDir Path directory;
  private final Ffmpeg ffmpeg = LectureFixture.ffmpeg();

  @Test
  void a_lecture_becomes_samples_and_frames_of_its_length() throws Exception {
    Path lecture = LectureFixture.ofSeconds(6).write(ffmpeg, directory.resolve("lecture.mp4"));
    List<Double> progress = new ArrayList<>();

    DecodedLecture decoded =
        new LectureDecoder(ffmpeg)
            .decode(lecture, new MediaProbe(ffmpeg).probe(lecture), directory, progress::add);

    assertThat(decoded.truncated()).isFalse();
    assertThat(decoded.duration()).isBetween(Duration.ofMillis(5900), Duration.ofMillis(6300));
    assertThat(decoded.loudness().orElseThrow().integrated()).isBetween(-40.0, -10.0);
    assertThat(decoded.channelLevels()).hasSize(1);
    assertThat(progress).isSorted().endsWith(1.0);
    assertThat(samples(decoded)).isBetween(95_000, 98_000);
    assertThat(frames(decoded)).isBetween(24, 25);
  }

  @Test
  void a_lecture_without_sound_has_frames_alone() throws Exception {
    Path lecture =
        LectureFixture.ofSeconds(2).withoutAudio().write(ffmpeg, directory.resolve("l.mp4"));

    DecodedLecture decoded =
        new LectureDecoder(ffmpeg)
            .decode(lecture, new MediaProbe(ffmpeg).probe(lecture), directory, _ -> {});

    assertThat(decoded.audio()).isEmpty();
    assertThat(decoded.loudness()).isEmpty();
    assertThat(frames(decoded)).isBetween(8, 9);
  }

  @Test
  void a_lecture_that_breaks_off_is_said_to_be_truncated() throws Exception {
    Path whole = LectureFixture.ofSeconds(20).write(ffmpeg, directory.resolve("whole.mp4"));
    Path ready = directory.resolve("ready.mp4");
    ffmpeg.run(
        new FfmpegCommand()
            .input(Containers.LECTURE, whole)
            .with("-c", "copy", "-movflags", "+faststart")
            .output(ready));
    byte[] bytes = Files.readAllBytes(ready);
    Path half = Files.write(directory.resolve("half.mp4"), Arrays.copyOf(bytes, bytes.length / 2));

    DecodedLecture decoded =
        new LectureDecoder(ffmpeg)
            .decode(half, new MediaProbe(ffmpeg).probe(half), directory, _ -> {});

    assertThat(decoded.truncated()).isTrue();
    assertThat(decoded.duration()).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void a_recording_of_a_browser_without_a_duration_is_measured() throws Exception {
    Path lecture = LectureFixture.ofSeconds(6).write(ffmpeg, directory.resolve("lecture.mp4"));
    Path live = directory.resolve("live.mkv");
    ffmpeg.run(
        new FfmpegCommand()
            .input(Containers.LECTURE, lecture)
            .with("-c", "copy", "-f", "matroska", "-live", "1")
            .output(live));

    MediaInfo info = new MediaProbe(ffmpeg).probe(live);

    assertThat(info.duration()).isBetween(Duration.ofMillis(5900), Duration.ofMillis(6300));
  }

  private int samples(DecodedLecture decoded) throws Exception {
    short[] block = new short[1000];
    int all = 0;
    try (AudioSamples samples = AudioSamples.open(ffmpeg, decoded.audio().orElseThrow())) {
      for (int count = samples.read(block); count > 0; count = samples.read(block)) {
        all += count;
      }
    }
    return all;
  }

  private int frames(DecodedLecture decoded) throws Exception {
    int all = 0;
    try (GrayFrames frames = GrayFrames.open(ffmpeg, decoded.frames().orElseThrow())) {
      while (frames.next()) {
        all++;
      }
    }
    return all;
  }
}
