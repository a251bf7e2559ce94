package org.lecturehighlights.lecture.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

class MediaProbeTest {
  @TempDir Path directory;
  private final Ffmpeg ffmpeg = LectureFixture.ffmpeg();
  private final MediaProbe probe = new MediaProbe(ffmpeg);

  @Test
  void a_lecture_is_described_with_picture_and_sound() throws Exception {
    Path lecture = LectureFixture.ofSeconds(3).write(ffmpeg, directory.resolve("lecture.mp4"));

    MediaInfo info = probe.probe(lecture);

    assertThat(info.containers()).contains("mp4");
    assertThat(info.duration()).isBetween(Duration.ofMillis(2900), Duration.ofMillis(3200));
    assertThat(info.video()).contains(new VideoStream(0, "h264", 640, 360, 10, 0));
    assertThat(info.audio()).contains(new AudioStream(1, "aac", 1, 16_000));
    assertThat(info.textSubtitles()).isEmpty();
  }

  @Test
  void sound_alone_has_no_picture() throws Exception {
    Path lecture =
        LectureFixture.ofSeconds(2).withoutVideo().write(ffmpeg, directory.resolve("a.mp4"));

    assertThat(probe.probe(lecture).video()).isEmpty();
  }

  @Test
  void a_text_with_the_name_of_a_video_is_no_video() throws Exception {
    Path text = Files.writeString(directory.resolve("text.mp4"), "Dear students,\n".repeat(100));

    assertThatThrownBy(() -> probe.probe(text))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(ProblemKind.NOT_A_VIDEO));
  }

  @Test
  void an_empty_file_is_no_video() throws Exception {
    Path empty = Files.createFile(directory.resolve("empty.mp4"));

    assertThatThrownBy(() -> probe.probe(empty))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(ProblemKind.NOT_A_VIDEO));
  }

  @Test
  void a_lecture_cut_off_in_its_header_is_no_video() throws Exception {
    Path lecture = LectureFixture.ofSeconds(2).write(ffmpeg, directory.resolve("lecture.mp4"));
    byte[] bytes = Files.readAllBytes(lecture);
    Path part = Files.write(directory.resolve("part.mp4"), Arrays.copyOf(bytes, 3000));

    assertThatThrownBy(() -> probe.probe(part))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(ProblemKind.NOT_A_VIDEO));
  }

  @Test
  void a_playlist_with_the_name_of_a_video_opens_nothing() throws Exception {
    LectureFixture.ofSeconds(2).write(ffmpeg, directory.resolve("secret.mp4"));
    Path playlist =
        Files.writeString(
            directory.resolve("list.mp4"), "#EXTM3U\n#EXTINF:2,\nsecret.mp4\n#EXT-X-ENDLIST\n");

    assertThatThrownBy(() -> probe.probe(playlist)).isInstanceOf(Problem.class);
  }
}
