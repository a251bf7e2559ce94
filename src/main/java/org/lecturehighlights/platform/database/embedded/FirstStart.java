package org.lecturehighlights.platform.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prepares a cluster in another directory and moves it into place when it is complete, so that a
 * first start that is killed halfway leaves nothing that looks like data.
 */
final class FirstStart {
  private FirstStart() {}

  static void prepare(Layout layout, Login login) throws IOException {
    Path cluster = layout.unfinished();
    var leftOver = Postmaster.runningIn(cluster, login);
    if (leftOver.isPresent()) {
      leftOver.get().stop(cluster, login);
    }
    delete(cluster);
    ZonkyServer.start(cluster, layout.binaries(), login);
    var postmaster =
        Postmaster.runningIn(cluster, login)
            .orElseThrow(() -> new IOException("the new server ended"));
    try (var connection = login.connect(postmaster.port());
        var statement = connection.createStatement()) {
      statement.execute("alter role " + Login.USER + " password '" + login.password() + "'");
      statement.execute("create database " + Login.DATABASE);
    } catch (SQLException e) {
      throw new IOException("the new server did not accept its settings", e);
    }
    postmaster.stop(cluster, login);
    Files.write(cluster.resolve("pg_hba.conf"), List.of("host all all 127.0.0.1/32 scram-sha-256"));
    Files.move(cluster, layout.data());
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> all = Files.walk(directory)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
