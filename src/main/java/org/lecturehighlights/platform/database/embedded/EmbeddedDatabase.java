package org.lecturehighlights.platform.database.embedded;

import io.quarkus.runtime.ImageMode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * A PostgreSQL server in a directory of ours. The server is a process of its own that outlives a
 * killed JVM, so opening it first looks for one that already runs there. Several JVMs may share it;
 * the last one to close it stops it. Committed data survives every kind of end.
 */
public final class EmbeddedDatabase implements Closeable {
  /**
   * Whether the package contains the server's binaries. A production package and a native image do
   * not. The image's classes are initialised while it is built, so there this is the constant
   * false, and {@link ZonkyServer}, whose library is missing, is never linked.
   */
  private static final boolean AVAILABLE =
      ImageMode.current() == ImageMode.JVM
          && isPresent("io.zonky.test.db.postgres.embedded.EmbeddedPostgres");

  private final Layout layout;
  private final Owners owners;
  private final Postmaster postmaster;
  private final Login login;

  private EmbeddedDatabase(Layout layout, Owners owners, Postmaster postmaster, Login login) {
    this.layout = layout;
    this.owners = owners;
    this.postmaster = postmaster;
    this.login = login;
  }

  /**
   * Starts the server of a directory or joins the one that runs there.
   *
   * @param directory created if it does not exist
   * @throws Problem DATABASE_UNAVAILABLE with one sentence that says what to do
   */
  public static EmbeddedDatabase open(Path directory) {
    if (!AVAILABLE) {
      throw unavailable(
          "No database is configured: set DATABASE_URL (this package has no embedded PostgreSQL)");
    }
    try {
      var layout = Layout.in(directory);
      var owners = Owners.enter(layout.owners());
      try {
        var login = Login.keptIn(layout.password());
        var postmaster = runningOrStarted(layout, login);
        owners.join();
        return new EmbeddedDatabase(layout, owners, postmaster, login);
      } catch (IOException | RuntimeException e) {
        owners.close();
        throw e;
      }
    } catch (IOException e) {
      throw unavailable("The embedded PostgreSQL cannot use " + directory + ": " + e, e);
    }
  }

  private static Postmaster runningOrStarted(Layout layout, Login login) throws IOException {
    Optional<Postmaster> running = Postmaster.runningIn(layout.data(), login);
    if (running.isPresent()) {
      return running.get();
    }
    try {
      if (!Files.exists(layout.data())) {
        FirstStart.prepare(layout, login);
      }
      ZonkyServer.start(layout.data(), layout.binaries(), login);
    } catch (IOException | IllegalStateException e) {
      throw unavailable(
          "The embedded PostgreSQL does not start (its log is in "
              + layout.data().resolve("log")
              + "); repair it or set DATABASE_URL",
          e);
    }
    return Postmaster.runningIn(layout.data(), login)
        .orElseThrow(() -> unavailable("The embedded PostgreSQL ended right after its start"));
  }

  /** The URL for {@link #user()} with {@link #password()}. */
  public String jdbcUrl() {
    return login.jdbcUrl(postmaster.port(), Login.DATABASE);
  }

  public String user() {
    return Login.USER;
  }

  public String password() {
    return login.password();
  }

  /** Stops the server, unless another JVM uses it, and returns when it has ended. */
  @Override
  public void close() throws IOException {
    try (owners) {
      if (owners.leave()) {
        postmaster.stop(layout.data(), login);
      }
    }
  }

  private static boolean isPresent(String className) {
    try {
      Class.forName(className, false, EmbeddedDatabase.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  static Problem unavailable(String detail) {
    return Problem.of(ProblemKind.DATABASE_UNAVAILABLE, detail);
  }

  private static Problem unavailable(String detail, Throwable cause) {
    return Problem.of(ProblemKind.DATABASE_UNAVAILABLE, detail, cause);
  }
}
