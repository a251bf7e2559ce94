package org.lecturehighlights.lecture.media.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedFfmpegTest {
  @TempDir Path directory;

  @Test
  void the_embedded_ffmpeg_is_written_once_and_for_its_user_alone() throws Exception {
    Path first = EmbeddedFfmpeg.extract(directory).orElseThrow();
    var written = Files.getLastModifiedTime(first);

    assertThat(EmbeddedFfmpeg.extract(directory)).contains(first);
    assertThat(Files.getLastModifiedTime(first)).isEqualTo(written);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first)))
        .isEqualTo("rwx------");
  }

  @Test
  void a_half_written_embedded_ffmpeg_is_replaced() throws Exception {
    Path first = EmbeddedFfmpeg.extract(directory).orElseThrow();
    long size = Files.size(first);
    Files.write(first, new byte[10]);

    EmbeddedFfmpeg.extract(directory);

    assertThat(Files.size(first)).isEqualTo(size);
  }
}
