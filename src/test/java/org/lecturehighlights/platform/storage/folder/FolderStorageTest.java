package org.lecturehighlights.platform.storage.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.platform.storage.ObjectStorageContract;
import org.lecturehighlights.platform.storage.WorkDirectory;

class FolderStorageTest extends ObjectStorageContract {

  @Override
  protected ObjectStorage storage() {
    return new FolderStorage(directory());
  }

  private Path directory() {
    return temporary.resolve("storage");
  }

  @Test
  void a_refused_object_leaves_no_file() {
    assertProblem(
        ProblemKind.FILE_TOO_LARGE,
        () -> storage().put("job_1/b", new ByteArrayInputStream(new byte[6]), 5));

    assertThat(directory().resolve(".incoming")).isEmptyDirectory();
  }

  @Test
  void a_file_from_another_file_system_can_be_moved_in_too() throws IOException {
    Path otherFileSystem = Path.of("/dev/shm");
    assumeThat(otherFileSystem).isDirectory();
    try (WorkDirectory work = WorkDirectory.under(otherFileSystem)) {
      Path file = Files.writeString(work.path().resolve("clip.mp4"), "clip");

      storage().put("job_1/clips/1.mp4", file);

      assertThat(text("job_1/clips/1.mp4")).isEqualTo("clip");
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void a_fetched_object_is_the_stored_file_itself() {
    storage().put("job_1/a.mp4", bytes("a"), 100);

    assertThat(storage().fetch("job_1/a.mp4", temporary))
        .isEqualTo(directory().resolve("job_1/a.mp4"));
  }

  @Test
  void a_deleted_prefix_leaves_no_folder() {
    storage().put("job_1/a/b", bytes("a"), 100);

    storage().deletePrefix("job_1");

    assertThat(directory().resolve("job_1")).doesNotExist();
  }

  @Test
  void links_do_not_lead_out_of_the_folder() throws IOException {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Path secret = Files.writeString(outside.resolve("secret"), "secret");
    Files.createDirectories(directory());
    Files.createSymbolicLink(directory().resolve("folder"), outside);
    Files.createSymbolicLink(directory().resolve("file"), secret);

    assertProblem(ProblemKind.NOT_FOUND, () -> storage().open("folder/secret"));
    assertProblem(ProblemKind.NOT_FOUND, () -> storage().open("file"));
    assertProblem(ProblemKind.STORAGE_FAILED, () -> storage().put("folder/a", bytes("a"), 100));
    assertThat(storage().list("folder")).isEmpty();

    storage().deletePrefix("folder/secret");
    storage().deletePrefix("folder");
    assertThat(secret).hasContent("secret");
  }

  @Test
  void a_folder_that_cannot_be_made_is_not_usable() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));

    assertProblem(
        ProblemKind.STORAGE_FAILED, () -> new FolderStorage(file.resolve("x")).requireUsable());
  }

  @Test
  void a_folder_has_no_addresses_of_its_own() {
    assertThat(storage().addressToRead("a", "video/mp4", Duration.ofHours(1))).isEmpty();
    assertThat(storage().addressToWrite("a", "video/mp4", 1, Duration.ofHours(1))).isEmpty();
  }
}
