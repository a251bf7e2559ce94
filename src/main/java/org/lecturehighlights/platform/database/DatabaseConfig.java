package org.lecturehighlights.platform.database;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Derives Quarkus' configuration of the database from {@code DATABASE_URL} and {@code ENVIRONMENT},
 * wherever these come from. It ranks above application.properties and below {@code .env} and the
 * environment, so that an explicit {@code QUARKUS_DATASOURCE_*} or {@code
 * LECTURE_DATABASE_MIGRATE_AT_START} wins. Quarkus treats it as part of the environment, because
 * the build records the values of any other source in the package, and would record the password of
 * whoever builds it.
 */
public final class DatabaseConfig implements ConfigSourceFactory {
  private static final int ORDINAL = 275;

  /** The configuration as the application will read it, before it starts. */
  static SmallRyeConfig beforeStart() {
    // Named here too, because a native executable discovers no services before the application
    // runs.
    return ConfigUtils.configBuilder().withSources(new DatabaseConfig()).build();
  }

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    var values = new LinkedHashMap<String, String>();
    if (usesDatabase(context)) {
      find("DATABASE_URL", context).ifPresent(url -> putDatasource(DatabaseUrl.parse(url), values));
    }
    boolean production = Production.is(find("ENVIRONMENT", context), context.getProfiles());
    // In production the start migrates; elsewhere the operator does.
    values.put("LECTURE_DATABASE_MIGRATE_AT_START", Boolean.toString(production));
    // The same rule decides whether a start without authentication is refused.
    values.put("LECTURE_PRODUCTION", Boolean.toString(production));
    return List.of(new EnvConfigSource(values, ORDINAL));
  }

  /** A command that needs no database must not fail because of a wrong DATABASE_URL. */
  private static boolean usesDatabase(ConfigSourceContext context) {
    return !find("quarkus.datasource.active", context).equals(Optional.of("false"));
  }

  /**
   * Reads the raw value from the sources: a password that contains ${…} is no configuration
   * expression. An empty value counts as unset.
   */
  private static Optional<String> find(String name, ConfigSourceContext context) {
    return context.getConfigSources().stream()
        .sorted(Comparator.comparingInt(ConfigSource::getOrdinal).reversed())
        .map(source -> source.getValue(name))
        .filter(Objects::nonNull)
        .findFirst()
        .filter(value -> !value.isBlank());
  }

  private static void putDatasource(DatabaseUrl url, Map<String, String> values) {
    values.put("QUARKUS_DATASOURCE_JDBC_URL", literal(url.jdbcUrl()));
    if (url.user() != null) {
      values.put("QUARKUS_DATASOURCE_USERNAME", literal(url.user()));
    }
    if (url.password() != null) {
      values.put("QUARKUS_DATASOURCE_PASSWORD", literal(url.password()));
    }
  }

  /** Keeps a '$' from starting a configuration expression. */
  private static String literal(String value) {
    return value.replace("$", "\\$");
  }
}
