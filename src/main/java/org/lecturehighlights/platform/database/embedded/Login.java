package org.lecturehighlights.platform.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;

/**
 * User and password of the embedded database. It has a password because other users of the machine
 * can reach its port too.
 */
record Login(String password) {
  static final String USER = "postgres";
  static final String DATABASE = "lecture_highlights";

  /** The password of an earlier start, or a new one; the file's directory is private. */
  static Login keptIn(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] random = new byte[16];
      new SecureRandom().nextBytes(random);
      Files.writeString(file, HexFormat.of().formatHex(random));
    }
    return new Login(Files.readString(file).strip());
  }

  String jdbcUrl(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /**
   * A connection to the maintenance database, which fails after a few seconds without an answer.
   */
  Connection connect(int port) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", USER);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "10");
    return DriverManager.getConnection(jdbcUrl(port, "postgres"), properties);
  }

  @Override
  public String toString() {
    return USER + ":***";
  }
}
