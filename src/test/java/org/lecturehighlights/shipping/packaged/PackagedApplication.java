package org.lecturehighlights.shipping.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lecturehighlights.lecture.media.process.FfmpegLocator;
import org.lecturehighlights.platform.database.ThrowawayPostgres;

/**
 * What {@code package} built, as in production, with a database and a data directory of its own.
 */
final class PackagedApplication {
  private static final long LONGEST_VERB_IN_SECONDS = 120;

  /** How a verb ended and what it said. */
  record Said(int code, String out, String err) {}

  private final Path directory;
  private final String database = ThrowawayPostgres.freshDatabase();
  private final Map<String, String> environment = new HashMap<>();

  /**
   * @param directory it works there, away from the checkout and its .env
   */
  PackagedApplication(Path directory) {
    this.directory = directory;
    environment.put("ENVIRONMENT", "production");
    environment.put("LECTURE_DATA_DIR", directory.resolve("data").toString());
    environment.put(
        "DATABASE_URL",
        database.replace("jdbc:postgresql://", "postgresql://%s:any@".formatted(user())));
    // A native executable brings none.
    environment.put(
        "LECTURE_MEDIA_FFMPEG", new FfmpegLocator(Optional.empty()).locate().toString());
    environment.put("LECTURE_SECURITY_ENABLED", "false");
  }

  /** Settings by the names of properties, given as an operator gives them. */
  PackagedApplication with(Map<String, String> settings) {
    settings.forEach((name, value) ->
        environment.put(name.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT), value));
    return this;
  }

  /** The JDBC URL of its database. */
  String database() {
    return database;
  }

  /** The user of that database. */
  static String user() {
    return ThrowawayPostgres.USER;
  }

  /** Starts a service on free ports and waits until it listens. */
  RunningService serve() throws IOException {
    with(
        Map.of(
            "quarkus.http.port",
            "0",
            "quarkus.http.host",
            "127.0.0.1",
            "quarkus.management.port",
            "0",
            "quarkus.management.host",
            "127.0.0.1"));
    Path out = Files.createTempFile(directory, "service", ".out");
    Path err = Files.createTempFile(directory, "service", ".err");
    return RunningService.of(start(out, err), out, err);
  }

  /** Runs a verb to its end. */
  Said run(String... words) throws IOException, InterruptedException {
    Path out = Files.createTempFile(directory, "verb", ".out");
    Path err = Files.createTempFile(directory, "verb", ".err");
    Process process = start(out, err, words);
    boolean ended = process.waitFor(LONGEST_VERB_IN_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as("%s ends", String.join(" ", words)).isTrue();
    return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private Process start(Path out, Path err, String... words) throws IOException {
    List<String> command = Stream.concat(launcher().stream(), Stream.of(words)).toList();
    var builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.matches("(QUARKUS|LECTURE|OTEL)_.*|MIGRATION_DATABASE_URL"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** The pom names the executable where the build is a native one. */
  private static List<String> launcher() {
    String executable = System.getProperty("native.image.path");
    return executable != null
        ? List.of(executable, "-Xmx512m", "-XX:+ExitOnOutOfMemoryError")
        : List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx512m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString());
  }
}
