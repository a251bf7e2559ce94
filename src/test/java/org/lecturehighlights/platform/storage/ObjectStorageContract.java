package org.lecturehighlights.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** What all storages do in the same way; each has a test class that extends this one. */
public abstract class ObjectStorageContract extends ObjectKeysContract {
  /** More than three parts of the smallest size that S3 takes. */
  private static final int LARGE = 20_000_000;

  @Test
  void a_stored_object_can_be_opened() throws IOException {
    long size = storage().put("job_1/upload/original.mp4", bytes("lecture"), 100);

    assertThat(size).isEqualTo(7);
    assertThat(text("job_1/upload/original.mp4")).isEqualTo("lecture");
    assertThat(storage().size("job_1/upload/original.mp4")).contains(7L);
    assertThat(storage().lastModified("job_1/upload/original.mp4").orElseThrow())
        .isAfter(Instant.now().minus(Duration.ofMinutes(1)));
  }

  @Test
  void a_second_put_replaces_the_first() throws IOException {
    storage().put("job_1/a", bytes("a long first text"), 100);
    storage().put("job_1/a", bytes("second"), 100);

    assertThat(text("job_1/a")).isEqualTo("second");
  }

  @Test
  void an_object_may_be_empty() throws IOException {
    assertThat(storage().put("job_1/a", bytes(""), 0)).isZero();

    assertThat(storage().size("job_1/a")).contains(0L);
    assertThat(text("job_1/a")).isEmpty();
    assertProblem(ProblemKind.RANGE_NOT_SATISFIABLE, () -> storage().openRange("job_1/a", 0, 1));
  }

  @Test
  void an_object_as_large_as_allowed_is_stored_and_a_larger_one_is_not() {
    assertThat(storage().put("job_1/a", bytes("12345"), 5)).isEqualTo(5);

    assertProblem(ProblemKind.FILE_TOO_LARGE, () -> storage().put("job_1/b", bytes("123456"), 5));
    assertThat(storage().size("job_1/b")).isEmpty();
  }

  @Test
  void a_large_object_comes_back_byte_by_byte() throws IOException {
    byte[] large = random(LARGE);
    assertThat(storage().put("job_1/large", new ByteArrayInputStream(large), LARGE))
        .isEqualTo(LARGE);

    assertThat(bytesOf(storage().open("job_1/large"))).isEqualTo(large);
    try (InputStream range = storage().openRange("job_1/large", 15_728_630, 20)) {
      assertThat(range.readAllBytes())
          .containsExactly(Arrays.copyOfRange(large, 15_728_630, 15_728_650));
    }
    assertThat(storage().fetch("job_1/large", temporary.resolve("work"))).hasBinaryContent(large);
  }

  @Test
  void a_large_object_can_be_renamed() throws IOException {
    byte[] large = random(LARGE);
    storage().put("job_1/large", new ByteArrayInputStream(large), LARGE);

    storage().move("job_1/large", "job_1/moved");

    assertThat(bytesOf(storage().open("job_1/moved"))).isEqualTo(large);
    assertThat(storage().list("job_1")).containsExactly("job_1/moved");
  }

  @Test
  void a_large_upload_of_too_many_bytes_leaves_nothing() {
    assertProblem(
        ProblemKind.FILE_TOO_LARGE,
        () -> storage().put("job_1/large", new ByteArrayInputStream(new byte[LARGE]), LARGE - 1));

    assertThat(storage().list("job_1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {100_000, 12_000_000})
  void an_upload_that_breaks_off_is_never_visible_and_leaves_the_old_object(int after)
      throws IOException {
    storage().put("job_1/a", bytes("old"), 100);
    InputStream broken =
        new InputStream() {
          private int read;

          @Override
          public int read() throws IOException {
            if (read++ >= after) {
              throw new IOException("connection lost");
            }
            return 'x';
          }
        };

    assertThatThrownBy(() -> storage().put("job_1/a", broken, LARGE)).isInstanceOf(Problem.class);
    assertThat(text("job_1/a")).isEqualTo("old");
    assertThat(storage().list("job_1")).containsExactly("job_1/a");
  }

  @Test
  void a_range_holds_the_bytes_asked_for() throws IOException {
    storage().put("a", bytes("0123456789"), 100);

    assertThat(textOf(storage().openRange("a", 3, 4))).isEqualTo("3456");
    assertThat(textOf(storage().openRange("a", 8, 100))).isEqualTo("89");
    try (InputStream range = storage().openRange("a", 0, 3)) {
      assertThat(range.read()).isEqualTo('0');
      assertThat(range.skip(100)).isEqualTo(2);
      assertThat(range.read()).isEqualTo(-1);
    }
  }

  @Test
  void a_range_beyond_the_end_is_not_satisfiable() {
    storage().put("a", bytes("0123456789"), 100);

    assertProblem(ProblemKind.RANGE_NOT_SATISFIABLE, () -> storage().openRange("a", 10, 1));
    assertProblem(ProblemKind.RANGE_NOT_SATISFIABLE, () -> storage().openRange("a", -1, 1));
  }

  @Test
  void a_reader_may_leave_before_the_end() throws IOException {
    storage().put("job_1/large", new ByteArrayInputStream(new byte[LARGE]), LARGE);

    try (InputStream left = storage().open("job_1/large")) {
      assertThat(left.read()).isZero();
    }
    assertThat(storage().size("job_1/large")).contains((long) LARGE);
  }

  @Test
  void an_object_can_be_fetched_as_a_file_repeatedly() {
    storage().put("job_1/a.mp4", bytes("a"), 100);

    Path file = storage().fetch("job_1/a.mp4", temporary);
    assertThat(file).hasContent("a").hasFileName("a.mp4");
    assertThat(storage().fetch("job_1/a.mp4", temporary)).isEqualTo(file);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    return bytes;
  }
}
