package org.lecturehighlights.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoryTest {
  @TempDir Path parent;

  @Test
  void it_goes_with_all_that_is_in_it() throws Exception {
    Path path;
    try (WorkDirectory work = WorkDirectory.under(parent)) {
      path = work.path();
      Files.createDirectories(path.resolve("a/b"));
      Files.writeString(path.resolve("a/b/c"), "text");
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void what_a_killed_process_left_behind_goes_and_what_living_ones_use_stays() throws Exception {
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
