package org.lecturehighlights.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehighlights.architecture.RoomsTest.CLASSES;

import com.tngtech.archunit.core.domain.JavaClass;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Executable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** How the settings are called in operators' files; a name that is renamed there is not read. */
class StoredNamesOfSettingsTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path PROPERTIES = Path.of("src/main/resources/application.properties");

  /** Read by code that asks the configuration for a name, rather than by injection. */
  private static final Pattern ASKED_FOR =
      Pattern.compile("(?:find|getOptionalValue|getConfigValue|getValue)\\(\\s*\"([^\"]+)\"");

  private static final Pattern EXPRESSION =
      Pattern.compile("\\$\\{(LECTURE_[A-Z_]+|lecture\\.[a-z.-]+)[:}]");

  /** As environment variables; a star stands for a key that the operator chooses. */
  private static final String NAMES =
      """
      LECTURE_DATABASE_MIGRATE_AT_START
      LECTURE_DATABASE_MIGRATION_WAIT
      LECTURE_DATA_DIR
      LECTURE_ENGINE_BACKOFF
      LECTURE_ENGINE_DRAIN
      LECTURE_ENGINE_FINISH
      LECTURE_ENGINE_HEARTBEAT
      LECTURE_ENGINE_POLL
      LECTURE_ENGINE_RETRIES
      LECTURE_ENGINE_THREADS_*
      LECTURE_ENGINE_THREADS_CPU
      LECTURE_ENGINE_TICK
      LECTURE_JSON_MAX_SIZE
      LECTURE_LIMIT_ADDRESS_FACTOR
      LECTURE_LIMIT_CREATIONS
      LECTURE_LIMIT_ENABLED
      LECTURE_LIMIT_PATIENCE
      LECTURE_LIMIT_READS
      LECTURE_LIMIT_WINDOW
      LECTURE_LIMIT_WRITES
      LECTURE_LOG_JSON
      LECTURE_MEDIA_FFMPEG
      LECTURE_MEDIA_LIMITS_INSPECTION
      LECTURE_MEDIA_LIMITS_LENGTH
      LECTURE_MEDIA_LIMITS_MEMORY
      LECTURE_MEDIA_LIMITS_OUTPUT
      LECTURE_MEDIA_LIMITS_PIXELS
      LECTURE_MEDIA_LIMITS_PIXELS_PER_SECOND
      LECTURE_MEDIA_LIMITS_PROCESSOR
      LECTURE_MEDIA_LIMITS_RUN
      LECTURE_PRODUCTION
      LECTURE_ROLES
      LECTURE_SECURITY_ADMIN_ROLE
      LECTURE_SECURITY_AUDIENCE
      LECTURE_SECURITY_AUTHORIZED_PARTIES
      LECTURE_SECURITY_CLOCK_SKEW
      LECTURE_SECURITY_ENABLED
      LECTURE_SECURITY_ISSUER
      LECTURE_SECURITY_JWKS_REFRESH
      LECTURE_SECURITY_JWKS_RETRY
      LECTURE_SECURITY_JWKS_URL
      LECTURE_SECURITY_LINK_LIFETIME
      LECTURE_SECURITY_PROTECTED_PATHS
      LECTURE_SECURITY_ROLES_CLAIM
      LECTURE_SECURITY_SIGNING_KEY
      LECTURE_SECURITY_STREAM_TOKEN_LIFETIME
      LECTURE_SPEECH_API_KEY
      LECTURE_SPEECH_LANGUAGE
      LECTURE_SPEECH_MODEL
      LECTURE_SPEECH_TIMEOUT
      LECTURE_SPEECH_URL
      LECTURE_STORAGE_DIRECTORY
      LECTURE_STORAGE_KIND
      LECTURE_STORAGE_S3_ACCESS_KEY
      LECTURE_STORAGE_S3_BUCKET
      LECTURE_STORAGE_S3_ENDPOINT
      LECTURE_STORAGE_S3_PATH_STYLE
      LECTURE_STORAGE_S3_PUBLIC_ENDPOINT
      LECTURE_STORAGE_S3_REGION
      LECTURE_STORAGE_S3_SECRET_KEY
      LECTURE_STORAGE_WORK_DIRECTORY
      LECTURE_STREAM_HEARTBEAT
      LECTURE_UPLOAD_DIRECTORY
      LECTURE_UPLOAD_EXPIRES_AFTER
      LECTURE_UPLOAD_FORGET_AFTER
      LECTURE_UPLOAD_MAX_OPEN
      LECTURE_UPLOAD_MAX_SIZE
      LECTURE_WEBHOOK_ALLOW_PRIVATE
      LECTURE_WEBHOOK_FIRST_PAUSE
      LECTURE_WEBHOOK_GIVE_UP_AFTER
      LECTURE_WEBHOOK_KEEP
      LECTURE_WEBHOOK_LONGEST_PAUSE
      LECTURE_WEBHOOK_MOST_PER_OWNER
      LECTURE_WEBHOOK_PATIENCE
      LECTURE_WEBHOOK_POLL
      LECTURE_WEBHOOK_SECRET_KEY
      """;

  @Test
  void the_settings_have_these_names() throws IOException {
    Set<String> names = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (type.isAnnotatedWith(ConfigMapping.class)) {
        ConfigMappings.getProperties(ConfigClass.configClass(type.reflect()))
            .forEach((name, property) -> {
              names.add(name);
              if (property.hasDefaultValue() && property.getDefaultValue() != null) {
                addMatches(EXPRESSION, property.getDefaultValue(), names);
              }
            });
      } else if (isInjected(type)) {
        injected(type.reflect()).map(ConfigProperty::name).forEach(names::add);
      }
    }
    addProperties(names);
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        addMatches(ASKED_FOR, Files.readString(file), names);
      }
    }
    assertThat(
            names.stream()
                .map(StoredNamesOfSettingsTest::inEnvironment)
                .filter(name -> name.startsWith("LECTURE_"))
                .distinct()
                .sorted())
        .containsExactlyElementsOf(NAMES.lines().toList());
  }

  private static void addProperties(Set<String> names) throws IOException {
    Properties properties = new Properties();
    try (Reader file = Files.newBufferedReader(PROPERTIES)) {
      properties.load(file);
    }
    for (String key : properties.stringPropertyNames()) {
      names.add(key.replaceFirst("^%[a-z]+\\.", ""));
      addMatches(EXPRESSION, properties.getProperty(key), names);
    }
  }

  /** A list is one variable. */
  private static String inEnvironment(String property) {
    return property.replace("[*]", "").replaceAll("[^A-Za-z0-9*]", "_").toUpperCase(Locale.ROOT);
  }

  private static void addMatches(Pattern pattern, String text, Set<String> names) {
    pattern.matcher(text).results().map(found -> found.group(1)).forEach(names::add);
  }

  /** Classes that cannot matter are not loaded: some need what only development has. */
  private static boolean isInjected(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(ConfigProperty.class));
  }

  private static Stream<ConfigProperty> injected(Class<?> type) {
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
}
