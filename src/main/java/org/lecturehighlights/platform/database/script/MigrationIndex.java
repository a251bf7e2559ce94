package org.lecturehighlights.platform.database.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The list of all scripts and schema files, one path in each line, in alphabetical order. */
public final class MigrationIndex {
  /** Where the application finds it. */
  public static final String RESOURCE = "db/index.txt";

  static final List<String> FOLDERS = List.of("db/migration", "db/undo", "db/schema");

  private MigrationIndex() {}

  /**
   * What the index of these resources should say; {@code resources} is the parent of {@code db}.
   */
  public static List<String> of(Path resources) throws IOException {
    List<String> paths = new ArrayList<>();
    for (String folder : FOLDERS) {
      Path directory = resources.resolve(folder);
      if (Files.isDirectory(directory)) {
        try (Stream<Path> files = Files.list(directory)) {
          files
              .filter(Files::isRegularFile)
              .map(file -> folder + "/" + file.getFileName())
              .forEach(paths::add);
        }
      }
    }
    Collections.sort(paths);
    return paths;
  }

  /** Writes the index anew, after a file was added or removed. */
  public static void write(Path resources) throws IOException {
    Files.writeString(resources.resolve(RESOURCE), String.join("\n", of(resources)) + "\n");
  }
}
