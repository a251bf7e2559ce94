package org.lecturehighlights.database;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Derives Quarkus' datasource from {@code DATABASE_URL}, wherever that comes from. It stands above
 * application.properties and below {@code .env} and the environment, so that an explicit {@code
 * QUARKUS_DATASOURCE_*} wins.
 */
public final class DatabaseUrlConfig implements ConfigSourceFactory {
  private static final String DATABASE_URL = "DATABASE_URL";
  private static final int ORDINAL = 275;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    return find(context.getConfigSources())
        .map(DatabaseUrlConfig::properties)
        .<ConfigSource>map(values -> new PropertiesConfigSource(values, DATABASE_URL, ORDINAL))
        .map(List::of)
        .orElse(List.of());
  }

  /**
   * Read from the sources themselves: a password with ${…} in it is no configuration expression.
   */
  private static Optional<String> find(List<ConfigSource> sources) {
    return sources.stream()
        .sorted(Comparator.comparingInt(ConfigSource::getOrdinal).reversed())
        .map(source -> source.getValue(DATABASE_URL))
        .filter(Objects::nonNull)
        .findFirst()
        .filter(url -> !url.isBlank());
  }

  private static Map<String, String> properties(String text) {
    DatabaseUrl url = DatabaseUrl.parse(text);
    var values = new LinkedHashMap<String, String>();
    values.put("quarkus.datasource.jdbc.url", literal(url.jdbcUrl()));
    if (url.user() != null) {
      values.put("quarkus.datasource.username", literal(url.user()));
    }
    if (url.password() != null) {
      values.put("quarkus.datasource.password", literal(url.password()));
    }
    return values;
  }

  /** Keeps a '$' from starting a configuration expression. */
  private static String literal(String value) {
    return value.replace("$", "\\$");
  }
}
