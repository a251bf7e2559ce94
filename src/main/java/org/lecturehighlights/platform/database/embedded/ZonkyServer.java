package org.lecturehighlights.platform.database.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The only class that touches the library with the binaries, which some packages lack. */
final class ZonkyServer {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private ZonkyServer() {}

  /**
   * Starts a server on a free port of 127.0.0.1, on a new cluster where the directory is empty.
   *
   * @return the port
   * @throws IllegalStateException if the server's programs fail
   */
  static int start(Path data, Path binaries, Login login) throws IOException {
    // The library's own lock, which it holds until it stops the server itself; ours is the gate.
    Files.deleteIfExists(data.resolve("epg-lock"));
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(binaries.toFile())
        // Stopping is ours, see Postmaster.
        .setRegisterShutdownHook(false)
        .setPGStartupWait(PATIENCE)
        .setConnectConfig("password", login.password())
        .setLocaleConfig("locale", "C")
        // The library runs servers that may lose data: -F and synchronous_commit=off.
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
