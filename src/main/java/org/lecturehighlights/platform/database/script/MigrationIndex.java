package org.lecturehighlights.platform.database.script;

import io.quarkus.runtime.ImageMode;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The paths of all scripts and recorded schemas, in alphabetical order. */
final class MigrationIndex {
  private static final List<String> FOLDERS = List.of("db/migration", "db/undo", "db/schema");

  /** Where GraalVM mounts the resources of a native executable. */
  private static final URI IN_THE_EXECUTABLE = URI.create("resource:/");

  private MigrationIndex() {}

  /** The paths in a directory, the parent of {@code db}. */
  static List<String> of(Path resources) throws IOException {
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

  /** The paths next to this class: in a directory, a jar or a native executable. */
  static List<String> ofApplication() throws IOException {
    if (ImageMode.current().isNativeImage()) {
      try (FileSystem resources = FileSystems.newFileSystem(IN_THE_EXECUTABLE, Map.of())) {
        return of(resources.getPath("/"));
      }
    }
    String name = MigrationIndex.class.getName().replace('.', '/') + ".class";
    URL found = MigrationIndex.class.getClassLoader().getResource(name);
    try {
      if (found == null) {
        throw new IOException(name + " is not on the class path");
      }
      if (found.openConnection() instanceof JarURLConnection jar) {
        Path file = Path.of(jar.getJarFileURL().toURI());
        try (FileSystem resources = FileSystems.newFileSystem(file)) {
          return of(resources.getPath("/"));
        }
      }
      Path classFile = Path.of(found.toURI());
      return of(
          classFile.resolve("/..".repeat(name.split("/", -1).length).substring(1)).normalize());
    } catch (URISyntaxException e) {
      throw new IOException("cannot list the files next to " + found, e);
    }
  }
}
