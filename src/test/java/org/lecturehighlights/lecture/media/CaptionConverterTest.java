package org.lecturehighlights.lecture.media;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.SPARSE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.lecture.media.process.Containers;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.media.process.FfmpegCommand;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

class CaptionConverterTest {
  private static final String SUBRIP =
      "1\n00:00:10,000 --> 00:00:12,500\nPrüfung über Prozesse\n\n"
          + "2\n00:00:13,000 --> 00:00:14,000\nSeiten\n";

  @TempDir Path directory;
  private final Ffmpeg ffmpeg = LectureFixture.ffmpeg();
  private final CaptionConverter converter = new CaptionConverter(ffmpeg);

  @Test
  void subrip_becomes_web_vtt_at_the_same_times() throws Exception {
    Path file = Files.writeString(directory.resolve("c.srt"), SUBRIP);

    assertThat(converter.toWebVtt(file))
        .startsWith("WEBVTT")
        .contains("00:10.000 --> 00:12.500\nPrüfung über Prozesse");
  }

  @Test
  void old_windows_files_with_their_encoding_and_line_ends_are_read() throws Exception {
    byte[] bytes = SUBRIP.replace("\n", "\r\n").getBytes(Charset.forName("windows-1252"));

    assertThat(converter.toWebVtt(Files.write(directory.resolve("c.srt"), bytes)))
        .contains("Prüfung über Prozesse");
  }

  @Test
  void a_byte_order_mark_is_dropped_and_speakers_stay() throws Exception {
    String text = "\ufeffWEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\n<v Ada>Hello\r\n";

    assertThat(converter.toWebVtt(Files.writeString(directory.resolve("c.vtt"), text)))
        .contains("<v Ada>Hello");
  }

  @Test
  void anything_else_is_unreadable() throws Exception {
    for (String text : new String[] {"", "WEBVTT\n", "no captions here\n", "\0\1\2\3"}) {
      Path file = Files.writeString(directory.resolve("c.srt"), text);
      assertThatThrownBy(() -> converter.toWebVtt(file))
          .isInstanceOfSatisfying(
              Problem.class, p -> assertThat(p.kind()).isEqualTo(ProblemKind.CAPTIONS_UNREADABLE));
    }
  }

  @Test
  void captions_within_a_lecture_are_found_and_read() throws Exception {
    Path lecture = LectureFixture.ofSeconds(15).write(ffmpeg, directory.resolve("l.mp4"));
    Path captions = Files.writeString(directory.resolve("c.srt"), SUBRIP);
    Path both = directory.resolve("both.mp4");
    ffmpeg.run(
        new FfmpegCommand()
            .input(Containers.LECTURE, lecture)
            .input(Containers.CAPTIONS, captions)
            .with("-map", "0", "-map", "1", "-c", "copy", "-c:s", "mov_text")
            .output(both));

    int stream = new MediaProbe(ffmpeg).probe(both).textSubtitles().orElseThrow();

    assertThat(converter.embedded(both, stream))
        .contains("00:10.000 --> 00:12.500\nPrüfung über Prozesse");
  }

  @Test
  void captions_of_a_hundred_megabytes_are_refused_unread() throws Exception {
    Path file = directory.resolve("huge.srt");
    try (var channel = java.nio.channels.FileChannel.open(file, CREATE_NEW, WRITE, SPARSE)) {
      channel.write(ByteBuffer.wrap(new byte[1]), 100_000_000);
    }
    assertUnreadable(file, "larger than 10 MB");
  }

  @Test
  void playlists_and_documents_are_no_captions() throws Exception {
    for (String text :
        List.of(
            "#EXTM3U\n#EXTINF:3,\nfile:///etc/hostname\n",
            "ffconcat version 1.0\nfile /etc/hostname\n",
            "{\\rtf1\\ansi 1\\par 00:00:01,000 --> 00:00:02,000\\par Hello\\par}")) {
      assertUnreadable(Files.writeString(directory.resolve("c.srt"), text), "SRT or WebVTT");
    }
  }

  @Test
  void utf_16_of_either_order_is_read() throws Exception {
    for (Charset order : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Path file = Files.writeString(directory.resolve("c.srt"), "\ufeff" + SUBRIP, order);
      assertThat(converter.toWebVtt(file)).contains("Prüfung über Prozesse");
    }
  }

  private void assertUnreadable(Path captions, String reason) {
    assertThatThrownBy(() -> converter.toWebVtt(captions))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> {
              assertThat(p.kind()).isEqualTo(ProblemKind.CAPTIONS_UNREADABLE);
              assertThat(p.detail()).contains(reason);
            });
  }
}
