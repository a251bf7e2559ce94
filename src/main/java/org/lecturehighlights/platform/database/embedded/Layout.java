package org.lecturehighlights.platform.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where things are in the directory of an embedded database.
 *
 * @param data the server's own directory; it appears only when it is complete
 * @param unfinished where a new one is prepared
 * @param binaries the unpacked server
 * @param owners the file whose locks show which JVMs use the server
 * @param password the server's password
 */
record Layout(Path data, Path unfinished, Path binaries, Path owners, Path password) {

  /** Creates the directory if it does not exist, so that nobody else can read or write it. */
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
