package org.lecturehighlights.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.database.DatabaseUrl;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.database.SchemaDatabase;

/**
 * Runs the guide's commands: {@code db} commands in this process, each on a database in the state
 * in which a reader would type it; other programs if they are installed.
 */
final class GuideRun {
  private static final Path RESOURCES = Path.of("src/main/resources");

  /** Commands that do not change a healthy database. */
  private static final Set<String> READING =
      Set.of(
          "--help", "check", "current", "heads", "history", "lint", "repair", "revision", "verify");

  private final Path directory;

  /** The same command occurs with several launchers. */
  private final Map<List<String>, Terminal.Output> answers = new HashMap<>();

  /**
   * A run in an empty directory.
   *
   * @param directory where commands write their files
   */
  GuideRun(Path directory) {
    this.directory = directory;
  }

  private @Nullable Terminal atHead;
  private @Nullable Terminal adopted;

  void run(GuideCommand command) {
    switch (command.kind()) {
      case VERB -> verb(command);
      case CLIENT -> client(command.line());
      case ALIAS -> assertSucceeds(bash(command.line(), "", Map.of()));
      case PORT_LISTING -> {
        requireProgram("lsof");
        // Exit code 1 means that nobody listens.
        assertThat(bash(command.line(), "", Map.of()).code()).isIn(0, 1);
      }
      case ENGINE -> elsewhere(command.line(), "guide.engine", "a container engine");
      case CLUSTER -> elsewhere(command.line(), "guide.cluster", "a Kubernetes cluster");
      case DELETION -> assumeTrue(false, "it needs a container engine, and deletes its data");
      case OTHER_SYSTEM -> assumeTrue(false, "it needs macOS, and stops a service there");
    }
  }

  private void verb(GuideCommand command) {
    List<String> words = command.words();
    command.settings().stream()
        .filter(setting -> setting.startsWith("DATABASE_URL="))
        .forEach(setting -> DatabaseUrl.parse(setting.substring("DATABASE_URL=".length())));
    boolean production = command.settings().contains("ENVIRONMENT=production");
    if (command.reader() != null) {
      requireProgram("psql");
      Terminal terminal = prepared(words, production);
      var printed = terminal.db(words.toArray(String[]::new));
      assertThat(printed.code()).as(printed.err()).isZero();
      assertSucceeds(bash(command.reader(), printed.out(), environment(terminal.database())));
      assertThat(terminal.db("current").out()).isNotEmpty();
      return;
    }
    var result =
        answers.computeIfAbsent(
            Stream.concat(command.settings().stream(), words.stream()).toList(),
            key -> prepared(words, production).db(onCopy(words)));
    assertThat(result.code()).as(result.out() + result.err()).isZero();
    if (command.file() != null) {
      assertThat(result.out()).startsWith("BEGIN;").endsWith("COMMIT;\n\n");
    }
  }

  /** A database in the state in which a reader uses such a command. */
  private Terminal prepared(List<String> words, boolean production) {
    if (READING.contains(words.getFirst())) {
      return atHead();
    }
    Terminal terminal = Terminal.withOurs();
    String version = versionBefore(words);
    if (words.getFirst().equals("adopt")) {
      terminal.at(SchemaDatabase.ofAlembic().direct());
    } else if (!version.equals("base")) {
      terminal.succeed("upgrade " + version);
    }
    if (words.equals(List.of("stamp", "head"))) {
      terminal.sql("drop table flyway_schema_history");
    }
    return production ? terminal.inProduction() : terminal;
  }

  private static String versionBefore(List<String> words) {
    boolean printed = words.contains("--sql");
    return switch (words.getFirst()) {
      case "upgrade" -> printed ? beginning(words.get(1)) : "base";
      case "downgrade" -> printed ? beginning(words.get(1)) : "head";
      default -> "head";
    };
  }

  private static String beginning(String range) {
    return range.contains(":") ? range.replaceFirst(":.*", "") : "base";
  }

  /**
   * Runs a command that writes a revision, in a copy of the source tree in which something has
   * changed.
   */
  private String[] onCopy(List<String> words) {
    if (!words.getFirst().equals("revision")) {
      return words.toArray(String[]::new);
    }
    try {
      Path copy = Files.createTempDirectory(directory, "checkout");
      copyScripts(copy);
      Files.writeString(
          copy.resolve("db/schema/objects.sql"),
          Files.readString(copy.resolve("db/schema/objects.sql")) + changed(words));
      return Stream.concat(words.stream(), Stream.of("--resources", copy.toString()))
          .toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the change that the hints describe, or some change if there are no hints. */
  private static String changed(List<String> words) {
    int column = words.indexOf("--rename");
    int table = words.indexOf("--rename-table");
    if (column >= 0) {
      String[] names = words.get(column + 1).split("[.:]", -1);
      return "alter table %s rename column %s to %s;".formatted((Object[]) names);
    }
    if (table >= 0) {
      String[] names = words.get(table + 1).split(":", -1);
      return "alter table %s rename to %s;".formatted((Object[]) names);
    }
    return "create index ix_jobs_filename on jobs (filename);";
  }

  static void copyScripts(Path copy) throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES.resolve("db"))) {
      for (Path file : files.toList()) {
        Path place = copy.resolve(RESOURCES.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(place);
        } else {
          Files.copy(file, place);
        }
      }
    }
  }

  private void client(String line) {
    String program = line.replaceFirst(" .*", "");
    requireProgram(program);
    if (!program.equals("psql")) {
      // The tests' server is PostgreSQL 18, and an older pg_dump refuses a newer server.
      String version = bash(program + " --version", "", Map.of()).output();
      assumeTrue(
          Integer.parseInt(version.replaceFirst("(?s)\\D*(\\d+).*", "$1")) >= 18,
          "it needs the programs of PostgreSQL 18: " + version.strip());
    }
    Terminal terminal = atHead();
    Map<String, String> settings = environment(terminal.database());
    settings.put("NEW_DATABASE_URL", url(Terminal.withOurs().database()));
    if (program.equals("pg_restore")) {
      bash("pg_dump --format=custom --file=before.dump \"$DATABASE_URL\"", "", settings);
    }
    assertSucceeds(bash(line, "", settings));
  }

  /** A statement for psql. */
  void runSql(String statement) {
    Terminal terminal = adopted();
    if (statement.startsWith("\\")) {
      requireProgram("psql");
      assertSucceeds(
          bash(
              "psql -v ON_ERROR_STOP=1 \"$DATABASE_URL\"",
              statement + "\n",
              environment(terminal.database())));
    } else {
      terminal.sql(statement);
    }
  }

  private Terminal atHead() {
    if (atHead == null) {
      atHead = Terminal.withOurs();
      atHead.succeed("upgrade head");
    }
    return atHead;
  }

  private Terminal adopted() {
    if (adopted == null) {
      adopted = Terminal.withOurs().at(SchemaDatabase.ofAlembic().direct());
      adopted.succeed("adopt");
      adopted.succeed("upgrade head");
    }
    return adopted;
  }

  /** Commands on other machines are run only if somebody allows it. */
  private void elsewhere(String line, String property, String need) {
    assumeTrue(
        Boolean.getBoolean(property),
        "it needs " + need + " with the application in it: -D" + property + "=true allows it");
    // There is no terminal here.
    String typed = line.replace("exec -it", "exec -i").replace("compose exec", "compose exec -T");
    assertSucceeds(bash(typed, "", Map.of()));
  }

  private static Map<String, String> environment(DirectDatabase database) {
    return new HashMap<>(Map.of("DATABASE_URL", url(database)));
  }

  private static String url(DirectDatabase database) {
    return database.url().jdbcUrl().replace("jdbc:postgresql://", "postgresql://postgres:any@");
  }

  private static void requireProgram(String name) {
    boolean found =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    assumeTrue(found, name + " is not on the PATH");
  }

  private record Ended(int code, String output) {}

  private static void assertSucceeds(Ended ended) {
    assertThat(ended.code()).as(ended.output()).isZero();
  }

  private Ended bash(String line, String input, Map<String, String> settings) {
    try {
      Path in = Files.writeString(directory.resolve("input"), input);
      Path out = directory.resolve("output");
      var builder =
          new ProcessBuilder("bash", "-c", line)
              .directory(directory.toFile())
              .redirectInput(in.toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile());
      builder.environment().putAll(settings);
      Process process = builder.start();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("does not end: " + line);
      }
      return new Ended(process.exitValue(), Files.readString(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
