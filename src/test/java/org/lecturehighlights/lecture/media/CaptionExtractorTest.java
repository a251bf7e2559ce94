package org.lecturehighlights.lecture.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehighlights.lecture.media.process.Containers;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.media.process.FfmpegCommand;

class CaptionExtractorTest {
  private static final String SUB_RIP =
      "1\n00:00:10,000 --> 00:00:12,500\nPrüfung über Prozesse\n\n"
          + "2\n00:00:13,000 --> 00:00:14,000\nSeiten\n";
  private static final String CODE =
      "1\n00:00:10,000 --> 00:00:12,500\nA List<String>, a < b && b > c, R&D &amp; {1, 2}\n";
  private static final String WEB_VTT =
      "WEBVTT\n\n00:10.000 --> 00:12.500\n<v Ada>one <00:11.000>two &eacute; &amp; three\n";

  @TempDir Path directory;
  private final Ffmpeg ffmpeg = LectureFixture.ffmpeg();

  @Test
  void captions_within_a_lecture_are_found_and_read() throws Exception {
    assertThat(extracted("l.mp4", "c.srt", SUB_RIP, "mov_text"))
        .contains("00:00:10,000 --> 00:00:12,500\nPrüfung über Prozesse");
  }

  @ParameterizedTest
  @CsvSource({"srt", "vtt"})
  void matroska_gives_its_captions_as_they_were(String ending) throws Exception {
    String text = ending.equals("srt") ? CODE : WEB_VTT;
    assertThat(extracted("l.mkv", "c." + ending, text, "copy").strip()).isEqualTo(text.strip());
  }

  @Test
  void sub_station_alpha_is_converted() throws Exception {
    assertThat(extracted("l.mkv", "c.srt", SUB_RIP, "ass"))
        .contains("00:00:10,000 --> 00:00:12,500\n", "Prüfung über Prozesse");
  }

  @Test
  void a_lecture_without_captions_has_none() throws Exception {
    Path lecture = LectureFixture.ofSeconds(2).write(ffmpeg, directory.resolve("l.mp4"));
    assertThat(new CaptionExtractor(ffmpeg).extract(lecture, new MediaProbe(ffmpeg).probe(lecture)))
        .isEmpty();
  }

  private String extracted(String name, String captions, String text, String codec)
      throws Exception {
    Path lecture = LectureFixture.ofSeconds(15).write(ffmpeg, directory.resolve("plain.mp4"));
    Path file = Files.writeString(directory.resolve(captions), text);
    Path both = directory.resolve(name);
    ffmpeg.run(
        new FfmpegCommand()
            .input(Containers.LECTURE, lecture)
            .input(Containers.CAPTIONS, file)
            // Sound begins before zero, for which Matroska would move everything.
            .with("-map", "0:v", "-map", "1", "-c", "copy", "-c:s", codec)
            .output(both));
    Optional<byte[]> found =
        new CaptionExtractor(ffmpeg).extract(both, new MediaProbe(ffmpeg).probe(both));
    return new String(found.orElseThrow(), UTF_8);
  }
}
