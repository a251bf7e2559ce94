package org.lecturehighlights.platform.database;

import io.smallrye.config.SmallRyeConfig;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.postgresql.Driver;

/**
 * The database as the commands that manage its schema use it: with plain connections, without pool,
 * mapping and automatic migration.
 *
 * @param url where it is
 * @param production whether this is production, where destructive commands are guarded
 * @param setting the name of the setting that an operator would have to correct
 */
public record DirectDatabase(DatabaseUrl url, boolean production, String setting) {
  private static final String APPLICATION = "DATABASE_URL";
  private static final String MIGRATION = "MIGRATION_DATABASE_URL";

  public DirectDatabase(DatabaseUrl url, boolean production) {
    this(url, production, APPLICATION);
  }

  /**
   * The database that {@code MIGRATION_DATABASE_URL}, an explicit Quarkus setting or {@code
   * DATABASE_URL} names, or else the embedded one, which is started.
   *
   * @throws Problem if the URL is wrong or there is no embedded database in this package
   */
  public static DirectDatabase configured() {
    var config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
    Optional<DirectDatabase> named = named(config);
    if (named.isPresent()) {
      return named.get();
    }
    LocalDatabase.startUnlessConfigured(); // This sets the explicit settings.
    return named(config).orElseThrow();
  }

  /**
   * The database that a configuration names for migrations. They may have an address of their own,
   * because a pooler between application and server may hand each transaction to another session,
   * and then the lock of migrations would not protect anything.
   */
  static Optional<DirectDatabase> named(SmallRyeConfig config) {
    return parsed(MIGRATION, config)
        .map(url -> new DirectDatabase(url, isProduction(config), MIGRATION))
        .or(() -> ofApplication(config));
  }

  /** The database that a configuration names for the application itself. */
  public static Optional<DirectDatabase> ofApplication(SmallRyeConfig config) {
    return config
        .getOptionalValue("quarkus.datasource.jdbc.url", String.class)
        .map(explicit ->
            new DatabaseUrl(
                explicit,
                config.getOptionalValue("quarkus.datasource.username", String.class).orElse(null),
                config.getOptionalValue("quarkus.datasource.password", String.class).orElse(null)))
        .or(() -> parsed(APPLICATION, config))
        .map(url -> new DirectDatabase(url, isProduction(config)));
  }

  private static boolean isProduction(SmallRyeConfig config) {
    return Production.is(
        config.getOptionalValue("ENVIRONMENT", String.class), config.getProfiles());
  }

  /** The raw value, because a password that contains ${…} is no configuration expression. */
  private static Optional<DatabaseUrl> parsed(String setting, SmallRyeConfig config) {
    return Optional.ofNullable(config.getConfigValue(setting).getRawValue())
        .filter(text -> !text.isBlank())
        .map(text -> parsed(setting, text));
  }

  private static DatabaseUrl parsed(String setting, String text) {
    try {
      return DatabaseUrl.parse(text);
    } catch (Problem problem) {
      throw Problem.of(problem.kind(), problem.detail().replace(APPLICATION, setting));
    }
  }

  /**
   * A new connection.
   *
   * @throws Problem DATABASE_UNAVAILABLE with one sentence that says what to do
   */
  public Connection connect() {
    var properties = new Properties();
    if (url.user() != null) {
      properties.setProperty("user", url.user());
    }
    if (url.password() != null) {
      properties.setProperty("password", url.password());
    }
    properties.setProperty("ApplicationName", "lecture-highlights db");
    try {
      Connection connection = new Driver().connect(url.jdbcUrl(), properties);
      if (connection == null) {
        throw Problem.of(
            ProblemKind.VALIDATION_ERROR, "The URL of the database does not name a PostgreSQL");
      }
      return connection;
    } catch (SQLException e) {
      throw Problem.of(
          ProblemKind.DATABASE_UNAVAILABLE,
          "The database cannot be used: " + serverMessage(e) + hint(e),
          e);
    }
  }

  /** The database as a URL with a masked password. */
  public String display() {
    String place = url.jdbcUrl().replaceFirst("^jdbc:postgresql://", "").replaceFirst("\\?.*", "");
    String login = url.user() == null ? "" : url.user() + (url.password() == null ? "@" : ":***@");
    return "postgresql://" + login + place;
  }

  /** The server's own words, in one line. */
  public static String serverMessage(SQLException failure) {
    if (failure.getCause() instanceof UnknownHostException unknown) {
      return "The host "
          + unknown.getMessage()
          + " is not "
          + "known"; // The driver does not name the host.
    }
    return String.join(
        " ", String.valueOf(failure.getMessage()).lines().map(String::strip).toList());
  }

  private String hint(SQLException failure) {
    boolean role = serverMessage(failure).contains("role \"");
    return switch (String.valueOf(failure.getSQLState())) {
      case "28P01" -> " (check user and password in " + setting + ")";
      case "28000" ->
          role
              ? " (another PostgreSQL may own this port: stop it, or write 127.0.0.1 instead of"
                  + " localhost in "
                  + setting
                  + ")"
              : " (the server's pg_hba.conf does not let this user in)";
      case "3D000" -> " (create it, or correct the name in " + setting + ")";
      case "08001", "08004", "08006" ->
          " (check host and port in " + setting + ", and that the server runs)";
      default -> "";
    };
  }
}
