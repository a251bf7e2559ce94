package org.lecturehighlights.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms and what only one room may touch. */
class RoomsTest {
  private static final String ROOT = "org.lecturehighlights";

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /** Who may import whom; {@code timeline} is a leaf that every room may import. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          entry("timeline", Set.of()),
          entry("problem", Set.of()),
          entry("media", Set.of("problem")),
          entry("storage", Set.of("problem")),
          entry("engine", Set.of("problem")),
          entry("database", Set.of("problem")),
          entry("silence", Set.of("media")),
          entry("layout", Set.of("media")),
          entry("transcript", Set.of("media", "problem")),
          entry("content", Set.of("transcript", "silence", "layout")),
          entry("highlight", Set.of("silence", "layout", "transcript", "content")),
          entry("security", Set.of("problem")),
          entry("job", Set.of("engine", "security", "problem")),
          // A clip that is cut by hand obeys the rules of those that were chosen.
          entry(
              "clip",
              Set.of(
                  "highlight",
                  "job",
                  "engine",
                  "storage",
                  "silence",
                  "layout",
                  "transcript",
                  "content",
                  "security",
                  "problem")),
          entry("upload", Set.of("storage", "job", "media", "security", "problem")),
          entry(
              "pipeline",
              Set.of(
                  "problem",
                  "media",
                  "storage",
                  "engine",
                  "silence",
                  "layout",
                  "transcript",
                  "content",
                  "highlight",
                  "security",
                  "job",
                  "clip")),
          // Ends of jobs are told to other systems; a chore forgets what was told.
          entry("webhook", Set.of("job", "engine", "security", "problem")),
          // What happens elsewhere is counted and traced here: the rooms below tell it through
          // interfaces and events of their own, and storage says where its folders are.
          entry("observability", Set.of("engine", "media", "job", "storage", "problem")),
          // What the OpenAPI document says of all operations alike, which includes their problems.
          entry("contract", Set.of("problem")),
          // The verbs `db …` look after the schema.
          entry(
              "cli",
              Set.of(
                  "database",
                  "pipeline",
                  "silence",
                  "layout",
                  "transcript",
                  "content",
                  "highlight",
                  "media",
                  "problem")));

  @Test
  void imports_go_along_the_arrows_only() {
    List<String> wrong = new ArrayList<>();
    for (JavaClass from : CLASSES) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String here = room(from);
        String there = room(dependency.getTargetClass());
        if (here.isEmpty() || there.isEmpty() || here.equals(there) || there.equals("timeline")) {
          continue;
        }
        if (!ARROWS.getOrDefault(here, Set.of()).contains(there)) {
          wrong.add(here + " -> " + there + ": " + dependency.getDescription());
        }
      }
    }
    assertThat(wrong).as("arrows that the architecture does not have").isEmpty();
  }

  @Test
  void every_room_has_a_row_in_the_table() {
    assertThat(CLASSES.stream().map(RoomsTest::room).filter(room -> !room.isEmpty()).distinct())
        .isSubsetOf(ARROWS.keySet());
  }

  /** The arrows have no cycle between rooms, so what is found here lies within one. */
  @Test
  void the_packages_of_a_room_have_no_cycles() {
    slices()
        .matching(ROOT + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("a sub-room that its room needs and that needs its room divides nothing")
        .check(CLASSES);
  }

  @Test
  void only_media_starts_processes() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".media..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ProcessBuilder.class, Process.class)
        .orShould()
        .callMethodWhere(
            DescribedPredicate.describe(
                "start a process by the runtime",
                call ->
                    call.getTargetOwner().isEquivalentTo(Runtime.class)
                        && call.getTarget().getName().equals("exec")))
        .because("limits, process groups and cancellation are kept in one place")
        .check(CLASSES);
  }

  @Test
  void only_the_database_room_knows_flyway() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".database..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.flywaydb..", "io.quarkus.flyway..")
        .because("the schema's life cycle has one home")
        .check(CLASSES);
  }

  @Test
  void only_storage_knows_an_object_store() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".storage..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..")
        .because("where bytes lie is nobody else's business")
        .check(CLASSES);
  }

  @Test
  void only_the_engine_knows_the_scheduler() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.github.kagkarlsson..")
        .because("features submit work, they do not schedule it")
        .check(CLASSES);
  }

  @Test
  void only_the_limits_know_their_library() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".security.limit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.github.bucket4j..")
        .because("who is counted how is decided in one place")
        .check(CLASSES);
  }

  @Test
  void only_observability_knows_the_libraries_of_metrics_and_traces() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".observability..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.micrometer..", "io.opentelemetry..")
        .because("what is done should not be hidden by what is told of it")
        .check(CLASSES);
  }

  @Test
  void only_resources_and_the_problem_mapper_speak_http() {
    noClasses()
        .that(
            DescribedPredicate.describe(
                "are neither resources nor of the rooms problem and ui",
                type ->
                    !outermost(type).getSimpleName().endsWith("Resource")
                        && !Set.of("problem", "ui").contains(room(type))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..")
        .because("a resource only translates")
        .check(CLASSES);
  }

  @Test
  void no_room_has_more_than_a_dozen_files_and_no_file_more_than_300_lines() throws IOException {
    Map<Path, Integer> files = new TreeMap<>();
    List<String> long300 = new ArrayList<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (!source.endsWith("package-info.java")) {
          files.merge(source.getParent(), 1, Integer::sum);
        }
        try (Stream<String> lines = Files.lines(source)) {
          long count = lines.count();
          if (count > 300) {
            long300.add(source + " has " + count + " lines");
          }
        }
      }
    }
    files.values().removeIf(count -> count <= 12);
    assertThat(files).as("rooms to be divided").isEmpty();
    assertThat(long300).as("files to be divided").isEmpty();
  }

  private static JavaClass outermost(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  /** The first package below the root; empty for the root itself and for foreign classes. */
  private static String room(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    if (!name.startsWith(ROOT + ".")) {
      return "";
    }
    String below = name.substring(ROOT.length() + 1);
    int dot = below.indexOf('.');
    return dot < 0 ? below : below.substring(0, dot);
  }
}
