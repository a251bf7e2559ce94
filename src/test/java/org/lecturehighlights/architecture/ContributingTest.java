package org.lecturehighlights.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehighlights.architecture.RoomsTest.CLASSES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.app.pipeline.LectureStage;

/** What {@code CONTRIBUTING.md} tells its reader to touch, to run and to rely on is there. */
class ContributingTest {
  private static final Path DOCUMENT = Path.of("CONTRIBUTING.md");
  private static final String RECIPES = "## The ten usual changes";
  private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| ([^|]+) \\| ([^|]+) \\|");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))(?:#(\\w+))?`");
  private static final Pattern RUN = Pattern.compile("-Dtest='?([\\w,]+)'?");
  private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:#\\w+)?`");

  /** The text of each Java file by its name. */
  private static final Map<String, String> SOURCES = sources();

  @Test
  void there_are_ten_recipes_and_each_names_its_places() throws IOException {
    Map<String, List<String>> recipes = recipes();
    assertThat(recipes).hasSize(10);
    recipes.forEach((change, rows) -> {
      assertThat(rows).as(change).hasSizeGreaterThan(3);
      rows.forEach(row -> assertThat(row).as(change).matches(ROW));
    });
  }

  @Test
  void every_place_that_a_recipe_names_exists() throws IOException {
    for (String row : rows()) {
      String place = match(row).group(1);
      assertThat(SOURCES.containsKey(place) || Files.exists(Path.of(place))).as(row).isTrue();
    }
  }

  @Test
  void every_recipe_names_tests_that_exist() throws IOException {
    for (String row : rows()) {
      String proof = match(row).group(3);
      List<String> tests = new ArrayList<>();
      TEST.matcher(proof).results().forEach(test -> tests.add(test.group(1)));
      assertThat(tests.isEmpty() && !proof.equals("–") && !proof.contains("the compiler"))
          .as("%s says what tells", row)
          .isFalse();
      TEST.matcher(proof)
          .results()
          .forEach(test -> {
            assertThat(SOURCES).as(row).containsKey(test.group(1));
            if (test.group(2) != null) {
              assertThat(SOURCES.get(test.group(1)))
                  .as(row)
                  .containsPattern(" " + test.group(2) + "\\(");
            }
          });
    }
    assertThat(recipes().values())
        .as("recipes of which a test keeps each reader")
        .allMatch(rows -> rows.stream().anyMatch(row -> TEST.matcher(match(row).group(3)).find()));
  }

  @Test
  void every_type_and_every_test_of_a_command_exists() throws IOException {
    String text = Files.readString(DOCUMENT);
    List<String> named = new ArrayList<>();
    TYPE.matcher(text).results().forEach(type -> named.add(type.group(1)));
    RUN.matcher(text).results().forEach(run -> named.addAll(List.of(run.group(1).split(",", -1))));
    List<String> unknown =
        named.stream()
            .filter(name -> !SOURCES.containsKey(name))
            .filter(name -> SOURCES.values().stream().noneMatch(code -> declares(code, name)))
            .toList();
    assertThat(unknown).isEmpty();
  }

  @Test
  void the_picture_of_the_architecture_has_every_stage() throws IOException {
    String picture = Files.readString(Path.of("src/docs/architecture.md")).split("```", -1)[1];
    assertThat(Stream.of(LectureStage.values()).map(LectureStage::code))
        .allSatisfy(stage -> assertThat(picture).contains(stage));
  }

  @Test
  void the_guide_of_the_api_names_every_file_to_take_along() throws IOException {
    String guide = Files.readString(Path.of("src/docs/api.md"));
    List<String> files =
        CLASSES.stream()
            .filter(type ->
                type.getSimpleName().matches("ExportResource|JobResultsResource|ClipFileResource"))
            .flatMap(type -> JaxRsAddresses.of(type).stream())
            .map(address -> address.replaceFirst(".*/", ""))
            .filter(name -> name.contains(".") || name.equals("package"))
            .toList();
    assertThat(files).hasSizeGreaterThan(6);
    assertThat(files)
        .allSatisfy(name -> assertThat(guide).containsPattern("[/`]" + Pattern.quote(name) + "`"));
  }

  /** A type inside of another one, such as the schema of an answer. */
  private static boolean declares(String code, String name) {
    return Pattern.compile("\\b(record|class|interface|enum|@interface) " + name + "\\b")
            .matcher(code)
            .find()
        || Pattern.compile("^\\s+" + name + ": ", Pattern.MULTILINE).matcher(code).find()
        || Pattern.compile("^import .*\\." + name + ";", Pattern.MULTILINE).matcher(code).find();
  }

  private static Matcher match(String row) {
    Matcher matcher = ROW.matcher(row);
    assertThat(matcher.matches()).as(row).isTrue();
    return matcher;
  }

  private static List<String> rows() throws IOException {
    return recipes().values().stream().flatMap(List::stream).toList();
  }

  private static Map<String, List<String>> recipes() throws IOException {
    String text = Files.readString(DOCUMENT).split(Pattern.quote(RECIPES), -1)[1];
    Map<String, List<String>> recipes = new TreeMap<>();
    for (String part : text.split("\n### ", -1)) {
      List<String> rows = part.lines().filter(line -> line.startsWith("| ")).skip(1).toList();
      if (!rows.isEmpty()) {
        recipes.put(part.lines().findFirst().orElseThrow(), rows);
      }
    }
    return recipes;
  }

  private static Map<String, String> sources() {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  ContributingTest::text,
                  (one, other) -> one + other));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
