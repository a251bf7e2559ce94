package org.lecturehighlights.shipping;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The names that the application reads from its environment: found in its own classes and in those
 * of the Quarkus extensions that it has, so that a manifest cannot set what nobody reads.
 */
public final class KnownSettings {
  private static final String ROOT = "org.lecturehighlights";

  /** Read by code that asks the configuration for a name: the sources of configuration. */
  private static final Set<String> READ_BY_NAME =
      Set.of(
          "DATABASE_URL",
          "ENVIRONMENT",
          "MIGRATION_DATABASE_URL",
          "LECTURE_LOG_JSON",
          "OTEL_EXPORTER_OTLP_ENDPOINT",
          "OTEL_EXPORTER_OTLP_HEADERS",
          "OTEL_EXPORTER_OTLP_PROTOCOL",
          "OTEL_SERVICE_NAME",
          "OTEL_RESOURCE_ATTRIBUTES");

  /** Read by the C library, the Java machine and the script {@code docker/lecture}. */
  private static final Set<String> OF_THE_PLATFORM =
      Set.of("TZ", "LANG", "LC_ALL", "HOME", "TMPDIR", "JAVA_TOOL_OPTIONS", "JAVA_OPTS");

  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)[:}]");

  private final Set<String> names = new HashSet<>();
  private final List<Pattern> patterns = new ArrayList<>();
  private final List<Pattern> fixedByTheBuild = new ArrayList<>();

  private KnownSettings() {
    READ_BY_NAME.forEach(names::add);
    OF_THE_PLATFORM.forEach(names::add);
    var classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    for (JavaClass found : classes) {
      if (found.isAnnotatedWith(ConfigMapping.class)) {
        addMapping(found.reflect(), patterns);
      } else if (mentionsInjectedProperties(found)) {
        injected(found.reflect())
            .map(property -> inEnvironment(property.name()))
            .forEach(names::add);
      }
    }
    addApplicationProperties();
    extensionRoots().forEach(this::addExtension);
  }

  public static KnownSettings ofApplication() {
    return new KnownSettings();
  }

  /** Why setting this variable is a mistake; empty where it is none. */
  public Optional<String> objectionTo(String variable) {
    if (names.contains(variable) || matches(patterns, variable)) {
      return Optional.empty();
    }
    return Optional.of(
        matches(fixedByTheBuild, variable)
            ? variable + " has no effect at run time: the build fixes it"
            : variable + " is read by nobody");
  }

  private static boolean matches(List<Pattern> patterns, String variable) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(variable).matches());
  }

  private void addMapping(Class<?> type, List<Pattern> target) {
    ConfigMappings.getProperties(ConfigClass.configClass(type))
        .forEach((name, property) -> {
          target.add(environmentPattern(name));
          if (property.hasDefaultValue() && property.getDefaultValue() != null) {
            addExpressions(property.getDefaultValue());
          }
        });
  }

  private void addExtension(Class<?> root) {
    ConfigPhase phase = root.getAnnotation(ConfigRoot.class).phase();
    if (root.isAnnotationPresent(ConfigMapping.class)) {
      addMapping(root, phase == ConfigPhase.RUN_TIME ? patterns : fixedByTheBuild);
    }
  }

  /** What the properties' keys and the expressions in their values name. */
  private void addApplicationProperties() {
    Properties properties = new Properties();
    try (InputStream file = resource("application.properties").openStream()) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith("lecture.")) {
        names.add(inEnvironment(key));
      }
      addExpressions(properties.getProperty(key));
    }
  }

  private void addExpressions(String value) {
    EXPRESSION
        .matcher(value)
        .results()
        .map(result -> inEnvironment(result.group(1)))
        .forEach(names::add);
  }

  /** Classes that cannot matter are not loaded: some need what only development has. */
  public static boolean mentionsInjectedProperties(JavaClass found) {
    return found.getDirectDependenciesFromSelf().stream()
        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(ConfigProperty.class));
  }

  /** The settings that a class has injected one by one. */
  public static Stream<ConfigProperty> injected(Class<?> type) {
    Stream<Executable> executables =
        Stream.concat(
            Stream.of(type.getDeclaredConstructors()), Stream.of(type.getDeclaredMethods()));
    return Stream.concat(
            executables
                .flatMap(executable -> Stream.of(executable.getParameters()))
                .map(parameter -> parameter.getAnnotation(ConfigProperty.class)),
            Stream.of(type.getDeclaredFields())
                .map(field -> field.getAnnotation(ConfigProperty.class)))
        .filter(annotation -> annotation != null);
  }

  /** Every extension lists its configuration classes. */
  public static List<Class<?>> extensionRoots() {
    List<Class<?>> roots = new ArrayList<>();
    try {
      for (URL list :
          Collections.list(loader().getResources("META-INF/quarkus-config-roots.list"))) {
        try (InputStream lines = list.openStream()) {
          for (String line : new String(lines.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
            if (!line.isBlank()) {
              roots.add(Class.forName(line.strip(), false, loader()));
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("an extension lists a class that it does not have", e);
    }
    return roots;
  }

  private static URL resource(String name) {
    URL found = loader().getResource(name);
    if (found == null) {
      throw new IllegalStateException(name + " is not on the class path");
    }
    return found;
  }

  private static ClassLoader loader() {
    return KnownSettings.class.getClassLoader();
  }

  /** MicroProfile Config's rule: whatever is neither letter nor digit becomes an underscore. */
  private static String inEnvironment(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** A star in a property's name stands for a key that the user chooses. */
  private static Pattern environmentPattern(String property) {
    return Pattern.compile(
        inEnvironment(property.replace("*", "STAR0STAR")).replace("STAR0STAR", "[A-Z0-9_]+"));
  }
}
