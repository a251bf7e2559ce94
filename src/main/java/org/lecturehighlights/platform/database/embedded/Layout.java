package org.lecturehighlights.platform.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where things are in the directory of an embedded database.
 *
 * @param data the server's own directory; it appears only when it is whole
 * @param unfinished where a new one is prepared
 * @param binaries the unpacked server
 * @param owners the file whose locks say which JVMs use the server
 * @param password what the server asks for
 */
record Layout(Path data, Path unfinished, Path binaries, Path owners, Path password) {

  /** Makes the directory where it does not exist, for nobody else to read or write. */
  static Layout in(Path path) throws IOException {
    Path directory = Files.createDirectories(path).toRealPath();
    if (Files.getFileStore(directory).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
    return new Layout(
        directory.resolve("data"),
        directory.resolve("data.unfinished"),
        directory.resolve("binaries"),
        directory.resolve("owners.lock"),
        directory.resolve("password"));
  }
}
