package org.lecturehighlights.service.upload.tus;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.service.upload.check.UploadConfig;

/** What the disk knows of an upload when the process that wrote it is no more. */
class PartialFilesTest {
  private static final String JOB = "job_0123456789ab";
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path directory;
  private PartialFiles files = new PartialFiles(new Settings(Path.of("unused")));

  @BeforeEach
  void open() {
    files = new PartialFiles(new Settings(directory));
  }

  @Test
  void another_process_goes_on_where_one_was_killed() throws IOException {
    try (PartialFile file = files.hold(JOB)) {
      assertThatThrownBy(() -> file.append(0, new Breaking("some bytes"), 100, null))
          .isInstanceOf(IOException.class);
    }
    PartialFiles next = new PartialFiles(new Settings(directory));
    assertThat(next.size(JOB)).isEqualTo(10);
    try (PartialFile file = next.hold(JOB)) {
      assertThat(file.append(10, bytes(" more"), 100, null)).isEqualTo(15);
      assertThat(file.path()).hasContent("some bytes more");
    }
  }

  @Test
  void bytes_that_a_killed_process_had_no_proof_for_do_not_count() throws IOException {
    Files.writeString(directory.resolve(JOB + ".part"), "sure and unsure", US_ASCII);
    Files.writeString(directory.resolve(JOB + ".lock"), "4", US_ASCII);
    assertThat(files.size(JOB)).isEqualTo(4);
    try (PartialFile file = files.hold(JOB)) {
      assertThat(file.append(4, bytes(" it is"), 100, null)).isEqualTo(10);
      assertThat(file.path()).hasContent("sure it is");
    }
    assertThat(files.size(JOB)).isEqualTo(10);
  }

  @Test
  void only_one_holds_a_file() throws IOException {
    try (PartialFile file = files.hold(JOB)) {
      assertThat(file.path()).doesNotExist();
      assertThatThrownBy(() -> files.hold(JOB)).isInstanceOf(Problem.class);
    }
    files.hold(JOB).close();
  }

  @Test
  void what_nobody_continued_is_removed_and_nothing_else() throws IOException {
    Path received = Files.createDirectory(directory.resolve("received"));
    Path old = aged(directory.resolve(JOB + ".part"), Duration.ofHours(25));
    Path oldForm = aged(received.resolve("resteasy-reactive12upload"), Duration.ofHours(25));
    Path foreign = aged(received.resolve("thesis.doc"), Duration.ofHours(25));
    Path young = aged(directory.resolve("job_ba9876543210.part"), Duration.ofHours(23));
    SweepLeftovers sweep =
        new SweepLeftovers(
            new Settings(directory), received, Set.of("api"), Clock.fixed(NOW, ZoneOffset.UTC));

    assertThat(sweep.sweep()).isEqualTo(2);

    assertThat(old).doesNotExist();
    assertThat(oldForm).doesNotExist();
    assertThat(foreign).exists();
    assertThat(young).exists();
  }

  private static Path aged(Path file, Duration age) throws IOException {
    Files.writeString(file, "x");
    return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(US_ASCII));
  }

  /** A caller who leaves in the middle. */
  private static final class Breaking extends ByteArrayInputStream {
    Breaking(String text) {
      super(text.getBytes(US_ASCII));
    }

    @Override
    public int read(byte[] target) throws IOException {
      int read = super.read(target);
      if (read < 0) {
        throw new IOException("the connection was cut");
      }
      return read;
    }
  }

  private record Settings(Path directory) implements UploadConfig {
    @Override
    public MemorySize maxSize() {
      return new MemorySize(BigInteger.valueOf(1000));
    }

    @Override
    public Duration expiresAfter() {
      return Duration.ofHours(1);
    }

    @Override
    public Duration forgetAfter() {
      return Duration.ofHours(24);
    }

    @Override
    public int maxOpen() {
      return 100;
    }
  }
}
