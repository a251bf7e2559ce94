package org.lecturehighlights.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoryTest {
  @TempDir Path parent;

  @Test
  void closing_removes_the_directory_and_its_contents() throws Exception {
    Path path;
    try (WorkDirectory work = WorkDirectory.under(parent)) {
      path = work.path();
      Files.createDirectories(path.resolve("a/b"));
      Files.writeString(path.resolve("a/b/c"), "text");
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void directories_of_killed_processes_are_removed_and_those_of_living_ones_stay()
      throws Exception {
    Path dead = Files.createDirectory(parent.resolve("work-999999999-5-123"));
    Path reused =
        Files.createDirectory(parent.resolve("work-" + ProcessHandle.current().pid() + "-5-123"));
    Path foreign = Files.createDirectory(parent.resolve("work-of-somebody"));
    try (WorkDirectory first = WorkDirectory.under(parent);
        WorkDirectory second = WorkDirectory.under(parent)) {
      assertThat(first.path()).exists();
      assertThat(second.path()).exists();
    }
    assertThat(dead).doesNotExist();
    assertThat(reused).doesNotExist();
    assertThat(foreign).exists();
  }
}
