package org.lecturehighlights.architecture;

import static org.lecturehighlights.architecture.RoomsTest.CLASSES;

import com.tngtech.archunit.core.domain.JavaClass;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lecturehighlights.shipping.KnownSettings;

/**
 * The settings that the code reads, by the names of their environment variables, with the defaults
 * that the code gives them: in {@link ConfigMapping}s, injected properties, application.properties
 * and code that asks for a name.
 */
final class DeclaredSettings {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path PROPERTIES = Path.of("src/main/resources/application.properties");

  /** Read by code that asks the configuration for a name, rather than by injection. */
  private static final Pattern ASKED_FOR =
      Pattern.compile("(?:find|getOptionalValue|getConfigValue|getValue)\\(\\s*\"([^\"]+)\"");

  /** An expression, with the value that it has where the setting in it is not set. */
  private static final Pattern EXPRESSION =
      Pattern.compile(
          "\\$\\{(LECTURE_[A-Z_]+|lecture\\.[a-z.-]+)(?::((?:[^{}]|\\{[^{}]*\\})*))?\\}");

  /** For profiles other than production, which nobody is told of. */
  private static final Pattern OF_PROFILE = Pattern.compile("^%[a-z]+\\.");

  private final SortedMap<String, Set<String>> defaults = new TreeMap<>();

  private DeclaredSettings() {}

  /** A name that is declared twice has the defaults of both; one without has none. */
  static SortedMap<String, Set<String>> read() throws IOException {
    var settings = new DeclaredSettings();
    for (JavaClass type : CLASSES) {
      if (type.isAnnotatedWith(ConfigMapping.class)) {
        ofMapping(type.reflect())
            .forEach((name, standard) -> settings.add(name, standard.orElse(null)));
      } else if (KnownSettings.mentionsInjectedProperties(type)) {
        KnownSettings.injected(type.reflect()).forEach(settings::add);
      }
    }
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        ASKED_FOR
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> settings.add(found.group(1), null));
      }
    }
    settings.addProperties();
    return settings.defaults;
  }

  /** The properties of one mapping, by their names, with their defaults. */
  static Map<String, Optional<String>> ofMapping(Class<?> mapping) {
    return ConfigMappings.getProperties(ConfigClass.configClass(mapping)).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                property ->
                    property.getValue().hasDefaultValue()
                        ? Optional.ofNullable(property.getValue().getDefaultValue())
                        : Optional.empty()));
  }

  /** MicroProfile Config's rule for a property's name; a list is one variable. */
  static String inEnvironment(String property) {
    return property.replace("[*]", "").replaceAll("[^A-Za-z0-9*]", "_").toUpperCase(Locale.ROOT);
  }

  private void add(ConfigProperty property) {
    boolean none = property.defaultValue().equals(ConfigProperty.UNCONFIGURED_VALUE);
    add(property.name(), none ? null : property.defaultValue());
  }

  private void add(String property, String standard) {
    Set<String> known = defaults.computeIfAbsent(inEnvironment(property), _ -> new TreeSet<>());
    if (standard != null) {
      known.add(standard);
      addExpressions(standard);
    }
  }

  private void addExpressions(String value) {
    EXPRESSION.matcher(value).results().forEach(found -> add(found.group(1), found.group(2)));
  }

  /** What application.properties says wins over a default in the code. */
  private void addProperties() throws IOException {
    Properties properties = new Properties();
    try (Reader file = Files.newBufferedReader(PROPERTIES)) {
      properties.load(file);
    }
    for (String key : properties.stringPropertyNames()) {
      String name = OF_PROFILE.matcher(key).replaceFirst("");
      if (name.equals(key)) {
        defaults.remove(inEnvironment(name));
        add(name, properties.getProperty(key));
      } else {
        add(name, null);
        addExpressions(properties.getProperty(key));
      }
    }
  }
}
