package org.lecturehighlights.platform.database.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Another JVM that uses the embedded database: started with a directory, it reads one SQL statement
 * per line and answers each with the first value of its result or "done"; it ends when its input
 * ends.
 */
final class DatabaseUser implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final PrintWriter statements;

  private DatabaseUser(Process process) {
    this.process = process;
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    statements =
        new PrintWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
  }

  static DatabaseUser start(Path directory) throws IOException {
    return new DatabaseUser(
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                DatabaseUser.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  public static void main(String[] arguments) throws Exception {
    try (var database = EmbeddedDatabase.open(Path.of(arguments[0]));
        var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String sql = input.readLine(); sql != null; sql = input.readLine()) {
        System.out.println(answer(connection, sql));
      }
    }
  }

  static String answer(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      boolean rows = statement.execute(sql) && statement.getResultSet().next();
      return rows ? String.valueOf(statement.getResultSet().getString(1)) : "done";
    }
  }

  String ask(String sql) throws IOException {
    statements.println(sql);
    return String.valueOf(answers.readLine());
  }

  /** Kills the process as {@code kill -9} does; returns when it is gone. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Closes its input, waits for its end and returns its exit code. */
  int leave() {
    statements.close();
    return process.onExit().join().exitValue();
  }

  @Override
  public void close() {
    kill();
  }
}
