package org.lecturehighlights.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.database.DirectDatabase;

/** A {@code db} command in a JVM of its own, with our migrations and nothing else configured. */
final class DbProcess implements AutoCloseable {
  private final Process process;
  private final Path out;
  private final BufferedReader err;

  private DbProcess(Process process, Path out) {
    this.process = process;
    this.out = out;
    err =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
  }

  static DbProcess start(DirectDatabase database, String words) throws IOException {
    String place = database.url().jdbcUrl().replaceFirst("^jdbc:postgresql://", "");
    return start("postgresql://%s:any@%s".formatted(database.url().user(), place), words);
  }

  /** Runs a command, given as words separated by spaces, on the database of a DATABASE_URL. */
  static DbProcess start(String databaseUrl, String words) throws IOException {
    // Not in the checkout, whose .env would take precedence over the environment that is set here.
    Path folder = Files.createTempDirectory("db-process");
    Path out = folder.resolve("out");
    folder.toFile().deleteOnExit();
    out.toFile().deleteOnExit();
    List<String> command =
        Stream.concat(
                Stream.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                    "-cp",
                    System.getProperty("java.class.path"),
                    DatabaseCommandLine.class.getName()),
                Stream.of(words.split(" ", -1)))
            .toList();
    var builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(QUARKUS|LECTURE)_.*"));
    builder.environment().keySet().remove("MIGRATION_DATABASE_URL");
    // Unset, it would mean production, where nothing is undone without a confirmation.
    builder.environment().put("ENVIRONMENT", "development");
    builder.environment().put("DATABASE_URL", databaseUrl);
    return new DbProcess(builder.start(), out);
  }

  /** The next line on stderr, or null at its end. */
  @Nullable String nextLine() throws IOException {
    return err.readLine();
  }

  /** Kills the process as {@code kill -9} does; returns when it is gone. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Waits for the end. The stderr of the result is what {@link #nextLine} has not read. */
  Terminal.Output end() throws IOException {
    String lines = err.lines().map(line -> line + "\n").collect(Collectors.joining());
    int code = process.onExit().join().exitValue();
    return new Terminal.Output(code, Files.readString(out), lines);
  }

  @Override
  public void close() {
    kill();
  }
}
