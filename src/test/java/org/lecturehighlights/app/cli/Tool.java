package org.lecturehighlights.app.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.lecturehighlights.platform.database.DirectDatabase;

/** One of PostgreSQL's own client programs, as operators use it alongside ours. */
record Tool(Path program) {

  /** The program on the PATH; without it, the calling test is skipped. */
  static Tool onPath(String name) {
    var found =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(
        found.isPresent(),
        name + " is not on PATH: install PostgreSQL's clients (Debian: postgresql-contrib)");
    return new Tool(found.orElseThrow());
  }

  /** Starts it on a database, with all of its output in one stream. */
  Process start(DirectDatabase database, Path input, String... arguments) throws IOException {
    String[] place =
        database.url().jdbcUrl().split("[:/?]+", -1); // jdbc:postgresql://host:port/name
    var builder =
        new ProcessBuilder(
                Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList())
            .redirectInput(input.toFile())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("PGUSER", String.valueOf(database.url().user()));
    builder.environment().put("PGHOST", place[2]);
    builder.environment().put("PGPORT", place[3]);
    builder.environment().put("PGDATABASE", place[4]);
    return builder.start();
  }

  /** Runs it until it ends. */
  Terminal.Output run(DirectDatabase database, String input, String... arguments)
      throws IOException {
    Path file = Files.createTempFile("tool", ".in");
    try {
      Files.writeString(file, input);
      return end(start(database, file, arguments));
    } finally {
      Files.delete(file);
    }
  }

  static Terminal.Output end(Process process) throws IOException {
    String result = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Terminal.Output(process.onExit().join().exitValue(), result, "");
  }
}
