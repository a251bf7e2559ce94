package org.lecturehighlights.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may import whom, by the map in the architecture document. */
class RoomsTest {
  static final String ROOT = "org.lecturehighlights";
  private static final Path SOURCES = Path.of("src/main/java");

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /** Classes that stand beside the districts may import all of them. */
  private static final String BESIDE = "";

  private static RoomMap map;

  @BeforeAll
  static void readTheMap() throws IOException {
    map = RoomMap.read();
  }

  @Test
  void the_map_names_rooms_that_exist_and_every_room_has_a_row() {
    Set<String> packages =
        CLASSES.stream()
            .map(type -> map.place(below(type)))
            .flatMap(Optional::stream)
            .map(place -> place.room().name())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(map.rooms())
        .extracting(RoomMap.Room::name)
        .containsExactlyInAnyOrderElementsOf(packages);
    assertThat(map.unknownNames()).as("imports of rooms that the map does not have").isEmpty();
  }

  @Test
  void imports_follow_the_map() {
    List<String> wrong = new ArrayList<>();
    everyCrossing((from, to, dependency) -> {
      if (!map.allows(from.room(), to.room())) {
        wrong.add(arrow(from, to) + ": " + dependency.getDescription());
      }
    });
    assertThat(wrong).as("imports that the map does not have").isEmpty();
  }

  @Test
  void rooms_are_entered_by_their_doors() {
    List<String> wrong = new ArrayList<>();
    everyCrossing((from, to, dependency) -> {
      if (!to.subPackage().isEmpty() && !to.room().open().contains(to.subPackage())) {
        wrong.add(arrow(from, to) + ": " + dependency.getDescription());
      }
    });
    assertThat(wrong).as("uses of packages that their room does not open").isEmpty();
  }

  @Test
  void the_map_has_no_import_and_no_door_that_nobody_uses() {
    Set<String> unused = new TreeSet<>();
    for (RoomMap.Room room : map.rooms()) {
      room.imports().forEach(name -> unused.add(room.name() + " -> " + name));
      room.open().forEach(name -> unused.add("door " + room.name() + "." + name));
    }
    everyCrossing((from, to, _) -> {
      unused.remove(from.room().name() + " -> " + to.room().name());
      unused.remove("door " + to.room().name() + "." + to.subPackage());
    });
    for (JavaClass type : CLASSES) {
      if (below(type).equals(BESIDE)) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          placeOf(dependency.getTargetClass())
              .ifPresent(to -> unused.remove("door " + to.room().name() + "." + to.subPackage()));
        }
      }
    }
    assertThat(unused).as("rows of the map that no code needs").isEmpty();
  }

  @FunctionalInterface
  private interface Crossing {
    void of(RoomMap.Place from, RoomMap.Place to, Dependency dependency);
  }

  /** Calls with each dependency of a class on one in another room. */
  private static void everyCrossing(Crossing crossing) {
    for (JavaClass type : CLASSES) {
      Optional<RoomMap.Place> from = map.place(below(type));
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        Optional<RoomMap.Place> to = placeOf(dependency.getTargetClass());
        if (from.isPresent() && to.isPresent() && !from.get().room().equals(to.get().room())) {
          crossing.of(from.get(), to.get(), dependency);
        }
      }
    }
  }

  private static String arrow(RoomMap.Place from, RoomMap.Place to) {
    String door = to.subPackage().isEmpty() ? "" : "." + to.subPackage();
    return from.room().path() + " -> " + to.room().path() + door;
  }

  private static Optional<RoomMap.Place> placeOf(JavaClass type) {
    JavaClass component = type.getBaseComponentType();
    return component.getPackageName().startsWith(ROOT + ".")
        ? map.place(below(component))
        : Optional.empty();
  }

  /** The package below the root; empty for the root itself. */
  private static String below(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1) : BESIDE;
  }

  @Test
  void packages_have_no_cycles() {
    slices()
        .matching(ROOT + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("packages that need each other are one package")
        .check(CLASSES);
  }

  /** A package of one file divides nothing, and one of more than 25 hides everything. */
  @Test
  void packages_have_2_to_25_files_and_files_at_most_300_lines() throws IOException {
    Map<Path, Integer> files = new TreeMap<>();
    List<String> tooLong = new ArrayList<>();
    try (Stream<Path> sources = Files.walk(SOURCES)) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (!source.endsWith("package-info.java")) {
          files.merge(source.getParent(), 1, Integer::sum);
        }
        try (Stream<String> lines = Files.lines(source)) {
          long count = lines.count();
          if (count > 300) {
            tooLong.add(source + " has " + count + " lines");
          }
        }
      }
    }
    files.values().removeIf(count -> count >= 2 && count <= 25);
    assertThat(files).as("packages to be divided or merged").isEmpty();
    assertThat(tooLong).as("files to be divided").isEmpty();
  }
}
