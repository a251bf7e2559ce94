package org.lecturehighlights.platform.storage;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a {@code @QuarkusTest} an empty storage that is removed after the test run. */
public final class StorageResource implements QuarkusTestResourceLifecycleManager {
  private @Nullable Path directory;

  @Override
  public Map<String, String> start() {
    try {
      directory = Files.createTempDirectory("lecture-storage-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of("lecture.storage.directory", directory.toString());
  }

  @Override
  public void stop() {
    try {
      if (directory != null) {
        FileTree.delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
