package org.lecturehighlights.platform.database.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The only class that uses the library with the binaries, which some packages lack. */
final class ZonkyServer {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private ZonkyServer() {}

  /**
   * Starts a server on a free port of 127.0.0.1, on a new cluster if the directory is empty.
   *
   * @return the port
   * @throws IllegalStateException if the server's programs fail
   */
  static int start(Path data, Path binaries, Login login) throws IOException {
    // The library's own lock, which it holds until it stops the server itself; we use the gate of
    // Owners.
    Files.deleteIfExists(data.resolve("epg-lock"));
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(binaries.toFile())
        // We stop the server ourselves, see Postmaster.
        .setRegisterShutdownHook(false)
        .setPGStartupWait(PATIENCE)
        .setConnectConfig("password", login.password())
        .setLocaleConfig("locale", "C")
        // By default the library runs servers that may lose data: -F and synchronous_commit=off.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        // The server outlives this JVM and the pipe that it would log to.
        .setServerConfig("logging_collector", "on")
        .setServerConfig("log_filename", "postgresql-%a.log")
        .setServerConfig("log_truncate_on_rotation", "on")
        .start()
        .getPort();
  }
}
