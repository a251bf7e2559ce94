package org.lecturehighlights.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.problem.Problem;
import org.lecturehighlights.problem.ProblemKind;

/** What every storage does in the same way; each has a test class that extends this one. */
public abstract class ObjectStorageContract {
  /** More than three parts of the smallest size that S3 takes. */
  private static final int LARGE = 20_000_000;

  @TempDir protected Path temporary;

  /** A storage that is empty at the first call within a test. */
  protected abstract ObjectStorage storage();

  @Test
  void what_was_put_can_be_opened() throws IOException {
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
  void a_large_object_can_take_another_name() throws IOException {
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
  void a_file_is_taken_over() throws IOException {
    Path file = Files.writeString(temporary.resolve("clip.mp4"), "clip");

    storage().put("job_1/clips/1.mp4", file);

    assertThat(text("job_1/clips/1.mp4")).isEqualTo("clip");
    assertThat(file).doesNotExist();
  }

  @Test
  void an_object_can_take_another_name() throws IOException {
    storage().put("job_1/new", bytes("new"), 100);
    storage().put("job_1/old", bytes("old"), 100);

    storage().move("job_1/new", "job_1/old");

    assertThat(text("job_1/old")).isEqualTo("new");
    assertThat(storage().size("job_1/new")).isEmpty();
    assertProblem(ProblemKind.NOT_FOUND, () -> storage().move("job_1/new", "job_1/old"));
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
  void what_is_not_there_is_said_to_be_missing() {
    assertThat(storage().size("job_1/a")).isEmpty();
    assertThat(storage().lastModified("job_1/a")).isEmpty();
    assertThat(storage().list("job_1")).isEmpty();
    assertProblem(ProblemKind.NOT_FOUND, () -> storage().open("job_1/a"));
    assertProblem(ProblemKind.NOT_FOUND, () -> storage().openRange("job_1/a", 0, 1));
    assertProblem(ProblemKind.NOT_FOUND, () -> storage().fetch("job_1/a", temporary));
  }

  @Test
  void a_folder_is_not_an_object() {
    storage().put("job_1/a", bytes("a"), 100);

    assertThat(storage().size("job_1")).isEmpty();
    assertProblem(ProblemKind.NOT_FOUND, () -> storage().open("job_1"));
  }

  @Test
  void a_fetched_object_is_a_file_however_often_it_is_fetched() {
    storage().put("job_1/a.mp4", bytes("a"), 100);

    Path file = storage().fetch("job_1/a.mp4", temporary);
    assertThat(file).hasContent("a").hasFileName("a.mp4");
    assertThat(storage().fetch("job_1/a.mp4", temporary)).isEqualTo(file);
  }

  @Test
  void a_prefix_stands_for_whole_parts() {
    storage().put("job_1/b/2", bytes("a"), 100);
    storage().put("job_1/a", bytes("a"), 100);
    storage().put("job_10/a", bytes("a"), 100);

    assertThat(storage().list("job_1")).containsExactly("job_1/a", "job_1/b/2");
    assertThat(storage().list("job_1/")).containsExactly("job_1/a", "job_1/b/2");
    assertThat(storage().list("job_1/a")).containsExactly("job_1/a");

    storage().deletePrefix("job_1/a");
    assertThat(storage().list("job_1")).containsExactly("job_1/b/2");
    storage().deletePrefix("job_1");
    storage().deletePrefix("job_2");

    assertThat(storage().list("job_1")).isEmpty();
    assertThat(storage().list("job_10")).containsExactly("job_10/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uploads/job_0123456789ab/20250131_093000_original.mp4",
        "clips/job_0123456789ab/clip_1.mp4",
        "thumbnails/job_0123456789ab/clip_0123456789ab.jpg",
        "subtitles/job_0123456789ab/clip_0123456789ab.vtt",
        "podcasts/user_2abCDef/job_0123456789ab/podcast_job_0123456789ab.mp3",
        "-/_/a..b"
      })
  void keys_of_the_predecessor_and_odd_ones_hold_their_bytes(String key) throws IOException {
    storage().put(key, bytes(key), 100);

    assertThat(text(key)).isEqualTo(key);
    assertThat(storage().list(key.substring(0, key.indexOf('/')))).containsExactly(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/etc/passwd",
        "../a",
        "a/../b",
        "a/..",
        "a/./b",
        "a//b",
        "a/",
        ".incoming/a",
        "a\\b",
        "a b",
        "ä",
        "講義.mp4",
        "a?versionId=1",
        "a#b",
        "a%2e",
        "a\n",
        "a\0",
        "C:/a"
      })
  void a_key_that_could_leave_its_place_is_refused(String key) {
    assertThatIllegalArgumentException().isThrownBy(() -> storage().put(key, bytes("a"), 100));
    assertThatIllegalArgumentException().isThrownBy(() -> storage().open(key));
    assertThatIllegalArgumentException().isThrownBy(() -> storage().openRange(key, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> storage().size(key));
    assertThatIllegalArgumentException().isThrownBy(() -> storage().fetch(key, temporary));
    assertThatIllegalArgumentException().isThrownBy(() -> storage().move(key, "a"));
    assertThatIllegalArgumentException().isThrownBy(() -> storage().move("a", key));
  }

  @Test
  void there_is_room_for_more() {
    assertThat(storage().usableSpace()).isPositive();
    storage().requireUsable();
  }

  protected static void assertProblem(ProblemKind kind, ThrowingCallable call) {
    assertThatThrownBy(call).asInstanceOf(type(Problem.class)).returns(kind, Problem::kind);
  }

  protected final String text(String key) throws IOException {
    return textOf(storage().open(key));
  }

  private static String textOf(InputStream stream) throws IOException {
    return new String(bytesOf(stream), UTF_8);
  }

  private static byte[] bytesOf(InputStream stream) throws IOException {
    try (stream) {
      return stream.readAllBytes();
    }
  }

  protected static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    return bytes;
  }
}
