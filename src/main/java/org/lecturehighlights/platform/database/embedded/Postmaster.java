package org.lecturehighlights.platform.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lecturehighlights.platform.runtime.Patience;

/**
 * A running server, as its {@code postmaster.pid} names it. It is found and stopped without the
 * library that started it, because the JVM that did so may be gone.
 */
record Postmaster(long pid, int port) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** Above the highest process id of any system. */
  private static final String NO_PROCESS = Integer.toString(Integer.MAX_VALUE);

  private static final String END_SESSIONS =
      """
      select pg_terminate_backend(pid) from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()
      """;

  /** The server that runs on a data directory; waits for one that is still starting or stopping. */
  static Optional<Postmaster> runningIn(Path data, Login login) throws IOException {
    for (Patience patience = Patience.of(PATIENCE); !patience.left().isZero(); pause(patience)) {
      Optional<Postmaster> named = namedIn(data);
      if (named.isEmpty() || !named.get().isAlive()) {
        return Optional.empty();
      }
      if (named.get().serves(data, login)) {
        return named;
      }
      if (!named.get().isPostgres()) {
        clearProcessId(data);
        return Optional.empty();
      }
    }
    throw EmbeddedDatabase.unavailable(
        "A PostgreSQL runs on "
            + data
            + " but does not answer: stop it and start the "
            + "application again");
  }

  /** Reads lines 1 and 4; a file that is being written or removed counts as none. */
  private static Optional<Postmaster> namedIn(Path data) throws IOException {
    try {
      List<String> lines = Files.readAllLines(file(data));
      return lines.size() < 4
          ? Optional.empty()
          : Optional.of(
              new Postmaster(
                  Long.parseLong(lines.get(0).strip()), Integer.parseInt(lines.get(3).strip())));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * The named process is a different one that got the number of a dead server. PostgreSQL would
   * refuse to start because of it; without the file it would no longer look in shared memory for
   * survivors of the dead server. So the file stays, but names no process.
   */
  private static void clearProcessId(Path data) throws IOException {
    List<String> lines = Files.readAllLines(file(data));
    lines.set(0, NO_PROCESS);
    Files.write(file(data), lines);
  }

  private static Path file(Path data) {
    return data.resolve("postmaster.pid");
  }

  private boolean isAlive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private boolean isPostgres() {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().command())
        .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
        .orElse(false);
  }

  /** Asks the server for its directory, because another server may have got the port. */
  private boolean serves(Path data, Login login) throws IOException {
    try (Connection connection = login.connect(port);
        var statement = connection.createStatement();
        var result = statement.executeQuery("show data_directory")) {
      return result.next() && Files.isSameFile(Path.of(result.getString(1)), data);
    } catch (SQLException | NoSuchFileException e) {
      return false;
    }
  }

  /**
   * Ends all sessions and then the server, and returns when it has written everything. After a
   * SIGTERM the server accepts no new sessions but waits for the open ones for ever, and Java
   * cannot send a SIGINT; so the sessions that are left are ended by SQL.
   */
  void stop(Path data, Login login) throws IOException {
    try (Connection connection = login.connect(port);
        var statement = connection.createStatement()) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
      for (Patience patience = Patience.of(PATIENCE); !patience.left().isZero(); pause(patience)) {
        if (!statement.executeQuery(END_SESSIONS).next()) {
          break;
        }
      }
    } catch (SQLException e) {
      // The server is already ending.
      ProcessHandle.of(pid).filter(process -> isPostgres()).ifPresent(ProcessHandle::destroy);
    }
    Patience patience = Patience.of(PATIENCE);
    while (Files.exists(file(data)) && !patience.left().isZero()) {
      pause(patience); // The server removes the file as its last act.
    }
  }

  private static void pause(Patience patience) {
    try {
      patience.pause(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw EmbeddedDatabase.unavailable("The wait for the embedded PostgreSQL was interrupted");
    }
  }
}
