package org.lecturehighlights.platform.database;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;

/**
 * A server of an older PostgreSQL, for the tests of one class. The build copies its binaries to a
 * separate folder, because a class path can hold only one version of them.
 */
final class OlderPostgres implements AutoCloseable {
  private static final Path BINARIES = Path.of("target/postgres");

  private final EmbeddedPostgres server;
  private int databases;

  private OlderPostgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Skips the calling test if the build has no binaries for this machine. */
  static OlderPostgres start(int version) throws IOException {
    Optional<Path> jar = jar(version);
    assumeTrue(
        jar.isPresent(),
        "%s has no binaries of PostgreSQL %d: ./mvnw copies them before the tests"
            .formatted(BINARIES, version));
    return new OlderPostgres(
        EmbeddedPostgres.builder()
            .setPgBinaryResolver((system, machine) -> archive(jar.orElseThrow()))
            .setLocaleConfig("locale", "C")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .start());
  }

  private static Optional<Path> jar(int version) throws IOException {
    if (!Files.isDirectory(BINARIES)) {
      return Optional.empty();
    }
    try (Stream<Path> jars = Files.list(BINARIES)) {
      return jars.filter(
              jar -> jar.getFileName().toString().matches(".*-" + version + "\\.\\d+\\.\\d+\\.jar"))
          .findFirst();
    }
  }

  /** The compressed server, which is the only archive in its jar. */
  private static InputStream archive(Path jar) throws IOException {
    var entries = new JarInputStream(Files.newInputStream(jar));
    for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
      if (entry.getName().endsWith(".txz")) {
        return entries;
      }
    }
    throw new IOException(jar + " holds no server");
  }

  /** A new, empty database on this server. */
  SchemaDatabase fresh() throws SQLException {
    String name = "test_" + ++databases;
    try (var connection = DriverManager.getConnection(url("postgres"), ThrowawayPostgres.USER, "");
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return new SchemaDatabase(url(name));
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
