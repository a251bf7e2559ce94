package org.lecturehighlights.platform.storage;

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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** How every storage treats the names of objects; the first half of its contract. */
public abstract class ObjectKeysContract {
  @TempDir protected Path temporary;

  /** A storage that is empty at the first call within a test. */
  protected abstract ObjectStorage storage();

  @Test
  void a_missing_object_is_reported_as_missing() {
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
  void legacy_and_odd_keys_keep_their_bytes(String key) throws IOException {
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
  void a_key_that_could_lead_out_of_the_storage_is_refused(String key) {
    assertThatIllegalArgumentException().isThrownBy(() -> storage().put(key, bytes("a"), 100));
    assertThatIllegalArgumentException().isThrownBy(() -> storage().open(key));
    assertThatIllegalArgumentException().isThrownBy(() -> storage().openRange(key, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> storage().size(key));
    assertThatIllegalArgumentException().isThrownBy(() -> storage().fetch(key, temporary));
    assertThatIllegalArgumentException().isThrownBy(() -> storage().move(key, "a"));
    assertThatIllegalArgumentException().isThrownBy(() -> storage().move("a", key));
  }

  @Test
  void an_object_can_be_renamed() throws IOException {
    storage().put("job_1/new", bytes("new"), 100);
    storage().put("job_1/old", bytes("old"), 100);

    storage().move("job_1/new", "job_1/old");

    assertThat(text("job_1/old")).isEqualTo("new");
    assertThat(storage().size("job_1/new")).isEmpty();
    assertProblem(ProblemKind.NOT_FOUND, () -> storage().move("job_1/new", "job_1/old"));
  }

  @Test
  void a_file_can_be_moved_into_the_storage() throws IOException {
    Path file = Files.writeString(temporary.resolve("clip.mp4"), "clip");

    storage().put("job_1/clips/1.mp4", file);

    assertThat(text("job_1/clips/1.mp4")).isEqualTo("clip");
    assertThat(file).doesNotExist();
  }

  @Test
  void free_space_is_reported() {
    assertThat(storage().usableSpace()).isPositive();
    storage().requireUsable();
  }

  protected static void assertProblem(ProblemKind kind, ThrowingCallable call) {
    assertThatThrownBy(call).asInstanceOf(type(Problem.class)).returns(kind, Problem::kind);
  }

  protected final String text(String key) throws IOException {
    return textOf(storage().open(key));
  }

  protected static String textOf(InputStream stream) throws IOException {
    return new String(bytesOf(stream), UTF_8);
  }

  protected static byte[] bytesOf(InputStream stream) throws IOException {
    try (stream) {
      return stream.readAllBytes();
    }
  }

  protected static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
