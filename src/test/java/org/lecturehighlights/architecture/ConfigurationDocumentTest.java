package org.lecturehighlights.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.lecture.media.process.MediaLimits;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.shipping.KnownSettings;

/** Every setting is in {@code configuration.md}, with the default that the code gives it. */
class ConfigurationDocumentTest {
  private static final Path DOCUMENT = Path.of("src/docs/configuration.md");
  private static final List<Path> COMPOSE_FILES =
      List.of(Path.of("docker/compose.yaml"), Path.of("docker/compose.dev.yaml"));
  private static final String COMPOSE_HEADING = "## Only for `docker compose`";

  /** Derived from {@code ENVIRONMENT}, and nothing that anybody sets. */
  private static final String INTERNAL = "LECTURE_PRODUCTION";

  private static final String THREADS = "LECTURE_ENGINE_THREADS_";
  private static final Pattern ROW =
      Pattern.compile("\\| `([A-Z][A-Z0-9_]*)` \\| (?:`([^`|]+)`|(–)) \\| [^|]{10,} \\|");
  private static final Pattern COMPOSE_VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+):-([^}]*)\\}");

  @Test
  void every_setting_of_the_application_has_its_row_and_its_default() throws IOException {
    Map<String, String> documented = rows(false);
    SortedMap<String, Set<String>> declared = declared();
    documented.keySet().removeIf(name -> !name.startsWith("LECTURE_"));
    assertThat(documented.keySet())
        .as("settings in " + DOCUMENT)
        .containsExactlyInAnyOrderElementsOf(declared.keySet());
    declared.forEach((name, defaults) -> assertDefault(name, documented.get(name), defaults));
  }

  @Test
  void settings_of_quarkus_and_others_are_read_and_have_their_defaults() throws IOException {
    KnownSettings known = KnownSettings.ofApplication();
    SortedMap<String, Set<String>> declared = DeclaredSettings.read();
    Map<String, Set<String>> quarkus = ofQuarkus();
    Map<String, String> documented = rows(false);
    documented.keySet().removeIf(name -> name.startsWith("LECTURE_"));
    documented.forEach((name, standard) -> {
      assertThat(known.objectionTo(name)).as(name).isEmpty();
      if (name.startsWith("QUARKUS_")) {
        Set<String> ours = declared.getOrDefault(name, Set.of());
        assertDefault(name, standard, ours.isEmpty() ? quarkus.get(name) : ours);
      }
    });
    assertThat(documented).containsKeys("DATABASE_URL", "ENVIRONMENT", "MIGRATION_DATABASE_URL");
  }

  @Test
  void every_variable_of_the_compose_files_is_explained() throws IOException {
    Map<String, String> documented = rows(true);
    Set<String> ofApplication = rows(false).keySet();
    SortedMap<String, Set<String>> used = new TreeMap<>();
    for (Path file : COMPOSE_FILES) {
      COMPOSE_VARIABLE
          .matcher(Files.readString(file))
          .results()
          .filter(found -> !ofApplication.contains(found.group(1)))
          .forEach(found ->
              used.computeIfAbsent(found.group(1), _ -> new HashSet<>()).add(found.group(2)));
    }
    assertThat(documented.keySet()).containsExactlyInAnyOrderElementsOf(used.keySet());
    used.forEach((name, defaults) -> assertDefault(name, documented.get(name), defaults));
  }

  /** With a row for each lane, and with the limits whose defaults are in a record. */
  private static SortedMap<String, Set<String>> declared() throws IOException {
    SortedMap<String, Set<String>> declared = DeclaredSettings.read();
    declared.keySet().removeIf(name -> !name.startsWith("LECTURE_"));
    declared.remove(INTERNAL);
    declared.remove(THREADS + "*");
    for (Lane lane : Lane.values()) {
      declared.putIfAbsent(THREADS + lane.name(), Set.of("1"));
    }
    for (RecordComponent limit : MediaLimits.class.getRecordComponents()) {
      String name = limit.getName().replace("Bytes", "").replaceAll("([A-Z])", "_$1");
      declared.put("LECTURE_MEDIA_LIMITS_" + name.toUpperCase(Locale.ROOT), Set.of(valueOf(limit)));
    }
    return declared;
  }

  private static String valueOf(RecordComponent limit) {
    try {
      return limit.getAccessor().invoke(MediaLimits.DEFAULT).toString();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Set<String>> ofQuarkus() {
    return KnownSettings.extensionRoots().stream()
        .filter(root -> root.isAnnotationPresent(ConfigMapping.class))
        .filter(root -> root.getAnnotation(ConfigRoot.class).phase() == ConfigPhase.RUN_TIME)
        .flatMap(root -> DeclaredSettings.ofMapping(root).entrySet().stream())
        .collect(
            Collectors.groupingBy(
                property -> DeclaredSettings.inEnvironment(property.getKey()),
                Collectors.flatMapping(
                    property -> property.getValue().stream(), Collectors.toSet())));
  }

  private static void assertDefault(String name, String documented, Set<String> declared) {
    if (declared.isEmpty()) {
      assertThat(documented).as("default of " + name).isEmpty();
    } else {
      assertThat(declared)
          .as("default of " + name + ", in the document " + documented)
          .allMatch(standard -> same(documented, readable(standard)));
    }
  }

  /** {@code ${lecture.data.dir:var}/work} as {@code $LECTURE_DATA_DIR/work}. */
  private static String readable(String standard) {
    Matcher expression =
        Pattern.compile("\\$\\{([A-Za-z_.-]+):(?:[^{}]|\\{[^{}]*\\})*\\}").matcher(standard);
    return expression.replaceAll(
        found -> Matcher.quoteReplacement("$" + DeclaredSettings.inEnvironment(found.group(1))));
  }

  /** The same text, time or amount; a time or an amount may be written in several ways. */
  private static boolean same(String documented, String declared) {
    if (documented.equalsIgnoreCase(declared)) {
      return true;
    }
    return !meanings(documented).isEmpty() && !disjoint(meanings(documented), meanings(declared));
  }

  private static boolean disjoint(Set<Object> some, Set<Object> others) {
    return some.stream().noneMatch(others::contains);
  }

  private static Set<Object> meanings(String value) {
    Set<Object> meanings = new HashSet<>();
    try {
      meanings.add(time(value));
    } catch (IllegalArgumentException e) {
      // It is no time.
    }
    try {
      meanings.add(new MemorySizeConverter().convert(value).asBigInteger());
    } catch (IllegalArgumentException e) {
      // It is no amount.
    }
    return meanings;
  }

  private static Duration time(String value) {
    return DurationConverter.parseDuration(value);
  }

  /** Names with their defaults, empty where there is none; a row of another form fails. */
  private static Map<String, String> rows(boolean ofCompose) throws IOException {
    String[] parts = Files.readString(DOCUMENT).split(Pattern.quote(COMPOSE_HEADING), -1);
    assertThat(parts).as("The document has one part about docker compose").hasSize(2);
    Map<String, String> rows = new TreeMap<>();
    List<String> unreadable = new ArrayList<>();
    String part =
        ofCompose
            ? parts[1].split("\n## ", -1)[0]
            : parts[0] + parts[1].replaceFirst("(?s)^.*?(\n## |$)", "$1");
    for (String line : part.lines().filter(text -> text.startsWith("| `")).toList()) {
      Matcher row = ROW.matcher(line);
      if (!row.matches()) {
        unreadable.add(line);
      } else {
        assertThat(rows.put(row.group(1), row.group(2) == null ? "" : row.group(2)))
            .as("an earlier row of " + row.group(1))
            .isNull();
      }
    }
    assertThat(unreadable).as("rows without a name, a default and a meaning").isEmpty();
    return rows;
  }
}
