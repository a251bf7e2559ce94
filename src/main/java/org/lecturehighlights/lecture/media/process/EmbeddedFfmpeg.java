package org.lecturehighlights.lecture.media.process;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings the ffmpeg of the class path (the jave-nativebin jars) to the disk, once for each user and
 * version, and safely where several processes do it at the same time.
 */
final class EmbeddedFfmpeg {
  private static final String FOLDER = "ws/schild/jave/nativebin/";

  private EmbeddedFfmpeg() {}

  /** The executable, or empty where the class path has none for this machine. */
  static Optional<Path> extract(Path temporary) throws IOException {
    String name = resourceName();
    URL resource = find(name);
    if (resource == null) {
      return Optional.empty();
    }
    var connection = resource.openConnection();
    connection.setUseCaches(false);
    try (InputStream bytes = connection.getInputStream()) {
      long size = connection.getContentLengthLong();
      Path directory = ownDirectory(temporary);
      // The size tells versions apart; hashing 80 MB on each start would not be worth it.
      Path executable = directory.resolve(name + "-" + size);
      if (size < 0 || !Files.isExecutable(executable) || Files.size(executable) != size) {
        Path partial = Files.createTempFile(directory, name, ".part");
        Files.copy(bytes, partial, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwx------"));
        Files.move(
            partial,
            executable,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
      return Optional.of(executable);
    }
  }

  private static String resourceName() {
    String suffix = System.getProperty("os.name").startsWith("Mac") ? "-osx" : "";
    return "ffmpeg-" + System.getProperty("os.arch") + suffix;
  }

  private static @Nullable URL find(String name) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    URL found = context == null ? null : context.getResource(FOLDER + name);
    return found != null ? found : EmbeddedFfmpeg.class.getResource("/" + FOLDER + name);
  }

  /** In a shared temporary directory somebody else could have put a program of that name. */
  private static Path ownDirectory(Path temporary) throws IOException {
    Path directory =
        temporary.resolve("lecture-highlights-ffmpeg-" + System.getProperty("user.name"));
    var ownerOnly = PosixFilePermissions.fromString("rwx------");
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      try {
        return Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(ownerOnly));
      } catch (FileAlreadyExistsException _) {
        // Another process of ours was faster; checked below.
      }
    }
    boolean ours =
        Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
            && Files.getPosixFilePermissions(directory).equals(ownerOnly)
            && Files.getOwner(directory).equals(ourselves(temporary));
    return ours ? directory : Files.createTempDirectory(temporary, "lecture-highlights-ffmpeg-");
  }

  /** Java tells a user's name, not whether two names are the same user: a new file's owner does. */
  private static UserPrincipal ourselves(Path temporary) throws IOException {
    Path fresh = Files.createTempFile(temporary, "owner", null);
    try {
      return Files.getOwner(fresh);
    } finally {
      Files.delete(fresh);
    }
  }
}
