package org.lecturehighlights.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.problem.Problem;
import org.lecturehighlights.problem.ProblemKind;

class ObjectStorageTest {
  @TempDir Path temporary;
  private Path directory;
  private ObjectStorage storage;

  @BeforeEach
  void startWithoutFolder() {
    directory = temporary.resolve("storage");
    storage = new org.lecturehighlights.storage.folder.FolderStorage(directory);
  }

  @Test
  void what_was_put_can_be_opened() throws IOException {
    long size = storage.put("job_1/upload/original.mp4", bytes("lecture"), 100);

    assertThat(size).isEqualTo(7);
    assertThat(text("job_1/upload/original.mp4")).isEqualTo("lecture");
    assertThat(storage.size("job_1/upload/original.mp4")).contains(7L);
    assertThat(storage.lastModified("job_1/upload/original.mp4").orElseThrow())
        .isAfter(Instant.now().minus(Duration.ofMinutes(1)));
  }

  @Test
  void a_second_put_replaces_the_first() throws IOException {
    storage.put("job_1/a", bytes("a long first text"), 100);
    storage.put("job_1/a", bytes("second"), 100);

    assertThat(text("job_1/a")).isEqualTo("second");
  }

  @Test
  void an_object_as_large_as_allowed_is_stored_and_a_larger_one_is_not() throws IOException {
    assertThat(storage.put("job_1/a", bytes("12345"), 5)).isEqualTo(5);

    assertProblem(ProblemKind.FILE_TOO_LARGE, () -> storage.put("job_1/b", bytes("123456"), 5));
    assertThat(storage.size("job_1/b")).isEmpty();
    assertNothingWaits();
  }

  @Test
  void an_upload_that_breaks_off_is_never_visible_and_leaves_the_old_object() throws IOException {
    storage.put("job_1/a", bytes("old"), 100);
    InputStream broken =
        new InputStream() {
          private int read;

          @Override
          public int read() throws IOException {
            if (read++ >= 100_000) {
              throw new IOException("connection lost");
            }
            return 'x';
          }
        };

    assertProblem(ProblemKind.STORAGE_FAILED, () -> storage.put("job_1/a", broken, 1 << 20));
    assertThat(text("job_1/a")).isEqualTo("old");
    assertNothingWaits();
  }

  @Test
  void a_file_is_taken_over() throws IOException {
    Path file = Files.writeString(temporary.resolve("clip.mp4"), "clip");

    storage.put("job_1/clips/1.mp4", file);

    assertThat(text("job_1/clips/1.mp4")).isEqualTo("clip");
    assertThat(file).doesNotExist();
  }

  @Test
  void an_object_can_take_another_name() throws IOException {
    storage.put("job_1/new", bytes("new"), 100);
    storage.put("job_1/old", bytes("old"), 100);

    storage.move("job_1/new", "job_1/old");

    assertThat(text("job_1/old")).isEqualTo("new");
    assertThat(storage.size("job_1/new")).isEmpty();
    assertProblem(ProblemKind.NOT_FOUND, () -> storage.move("job_1/new", "job_1/old"));
  }

  @Test
  void a_file_from_another_file_system_is_taken_over_too() throws IOException {
    Path otherFileSystem = Path.of("/dev/shm");
    assumeThat(otherFileSystem).isDirectory();
    try (WorkDirectory work = WorkDirectory.under(otherFileSystem)) {
      Path file = Files.writeString(work.path().resolve("clip.mp4"), "clip");

      storage.put("job_1/clips/1.mp4", file);

      assertThat(text("job_1/clips/1.mp4")).isEqualTo("clip");
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void a_range_holds_the_bytes_asked_for() throws IOException {
    storage.put("a", bytes("0123456789"), 100);

    assertThat(textOf(storage.openRange("a", 3, 4))).isEqualTo("3456");
    assertThat(textOf(storage.openRange("a", 8, 100))).isEqualTo("89");
    try (InputStream range = storage.openRange("a", 0, 3)) {
      assertThat(range.read()).isEqualTo('0');
      assertThat(range.skip(100)).isEqualTo(2);
      assertThat(range.read()).isEqualTo(-1);
    }
  }

  @Test
  void a_range_beyond_the_end_is_not_satisfiable() {
    storage.put("a", bytes("0123456789"), 100);

    assertProblem(ProblemKind.RANGE_NOT_SATISFIABLE, () -> storage.openRange("a", 10, 1));
    assertProblem(ProblemKind.RANGE_NOT_SATISFIABLE, () -> storage.openRange("a", -1, 1));
  }

  @Test
  void what_is_not_there_is_said_to_be_missing() {
    assertThat(storage.size("job_1/a")).isEmpty();
    assertThat(storage.lastModified("job_1/a")).isEmpty();
    assertThat(storage.list("job_1")).isEmpty();
    assertProblem(ProblemKind.NOT_FOUND, () -> storage.open("job_1/a"));
    assertProblem(ProblemKind.NOT_FOUND, () -> storage.fetch("job_1/a", temporary));
  }

  @Test
  void a_folder_is_not_an_object() {
    storage.put("job_1/a", bytes("a"), 100);

    assertThat(storage.size("job_1")).isEmpty();
    assertProblem(ProblemKind.NOT_FOUND, () -> storage.open("job_1"));
  }

  @Test
  void a_fetched_object_is_the_stored_file_itself() {
    storage.put("job_1/a.mp4", bytes("a"), 100);

    assertThat(storage.fetch("job_1/a.mp4", temporary))
        .isEqualTo(directory.resolve("job_1/a.mp4"))
        .hasContent("a");
  }

  @Test
  void a_prefix_stands_for_whole_parts() {
    storage.put("job_1/b/2", bytes("a"), 100);
    storage.put("job_1/a", bytes("a"), 100);
    storage.put("job_10/a", bytes("a"), 100);

    assertThat(storage.list("job_1")).containsExactly("job_1/a", "job_1/b/2");
    assertThat(storage.list("job_1/")).containsExactly("job_1/a", "job_1/b/2");

    storage.deletePrefix("job_1");
    storage.deletePrefix("job_2");

    assertThat(directory.resolve("job_1")).doesNotExist();
    assertThat(storage.list("job_10")).containsExactly("job_10/a");
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
        "a\n",
        "a\0",
        "C:/a"
      })
  void a_key_that_could_leave_the_folder_is_refused(String key) {
    assertThatIllegalArgumentException().isThrownBy(() -> storage.put(key, bytes("a"), 100));
    assertThatIllegalArgumentException().isThrownBy(() -> storage.open(key));
    assertThatIllegalArgumentException().isThrownBy(() -> storage.size(key));
  }

  @Test
  void links_do_not_lead_out_of_the_folder() throws IOException {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Path secret = Files.writeString(outside.resolve("secret"), "secret");
    Files.createDirectories(directory);
    Files.createSymbolicLink(directory.resolve("folder"), outside);
    Files.createSymbolicLink(directory.resolve("file"), secret);

    assertProblem(ProblemKind.NOT_FOUND, () -> storage.open("folder/secret"));
    assertProblem(ProblemKind.NOT_FOUND, () -> storage.open("file"));
    assertProblem(ProblemKind.STORAGE_FAILED, () -> storage.put("folder/a", bytes("a"), 100));
    assertThat(storage.list("folder")).isEmpty();

    storage.deletePrefix("folder/secret");
    storage.deletePrefix("folder");
    assertThat(secret).hasContent("secret");
  }

  @Test
  void there_is_room_for_more() {
    assertThat(storage.usableSpace()).isPositive();
  }

  @Test
  void a_work_directory_is_gone_after_its_work() throws IOException {
    Path parent = temporary.resolve("work");
    Path path;
    try (WorkDirectory work = WorkDirectory.under(parent)) {
      path = work.path();
      Files.writeString(Files.createDirectory(path.resolve("frames")).resolve("1"), "frame");
    }

    assertThat(path).doesNotExist();
    assertThat(parent).isEmptyDirectory();
  }

  private void assertNothingWaits() {
    assertThat(directory.resolve(".incoming")).isEmptyDirectory();
  }

  private static void assertProblem(ProblemKind kind, ThrowingCallable call) {
    assertThatThrownBy(call).asInstanceOf(type(Problem.class)).returns(kind, Problem::kind);
  }

  private String text(String key) throws IOException {
    return textOf(storage.open(key));
  }

  private static String textOf(InputStream stream) throws IOException {
    try (stream) {
      return new String(stream.readAllBytes(), UTF_8);
    }
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
