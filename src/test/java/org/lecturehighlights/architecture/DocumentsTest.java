package org.lecturehighlights.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents name is there. */
class DocumentsTest {
  private static final Path DOCUMENTS = Path.of("src/docs");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w+)`");
  private static final Pattern PROOF = Pattern.compile("`([A-Z][a-z]\\w*(?:Test|IT))(?:#\\w+)?`");
  private static final Pattern FILE =
      Pattern.compile("`((?:src|docker|kubernetes|\\.ci|\\.mvn)/[\\w./-]+)`");
  private static final Pattern EXECUTION = Pattern.compile("exec:(?:exec|java)@([\\w-]+)");
  private static final Pattern PROFILE = Pattern.compile("mvnw[^\n`]* -P([\\w-]+)");
  private static final Pattern COMPOSE_PROFILE = Pattern.compile("compose --profile (\\w+)");
  private static final Pattern COMPOSE_SERVICE =
      Pattern.compile("compose (?:exec|up -d) (?!-)(\\w+)");
  private static final Pattern NUMBERED = Pattern.compile("(?ms)^\\d+\\. .*?(?=^\\d+\\. |\\z)");
  private static final Pattern ENTRY = Pattern.compile("(?m)^\\| ([a-z][a-z -]+) \\|");
  private static final Pattern ITALICS = Pattern.compile("(?<!\\*)\\*([a-z][a-z -]+)\\*(?!\\*)");
  private static final Pattern TABLE_CELL = Pattern.compile("\\|([^|]*)\\|$");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");
  private static final Pattern CREATED =
      Pattern.compile("(?i)create table (?:if not exists )?(\\w+)");

  @ParameterizedTest
  @ValueSource(strings = {"architecture.md", "glossary.md"})
  void the_types_and_tests_that_a_document_names_exist(String document) throws IOException {
    Set<String> unknown = named(TYPE, Files.readString(DOCUMENTS.resolve(document)));
    unknown.removeAll(sources());
    assertThat(unknown).as("types that " + document + " names and nobody has written").isEmpty();
  }

  @Test
  void the_tests_and_files_that_any_document_names_exist() throws IOException {
    Set<String> tests = sources();
    List<String> missing = new ArrayList<>();
    for (Path document : documents()) {
      String text = Files.readString(document);
      named(PROOF, text).stream()
          .filter(test -> !tests.contains(test))
          .forEach(test -> missing.add(document + ": " + test));
      named(FILE, text).stream()
          .filter(file -> !Files.exists(Path.of(file)))
          .forEach(file -> missing.add(document + ": " + file));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void the_commands_of_the_documents_name_what_the_build_and_compose_have() throws IOException {
    String build = Files.readString(Path.of("pom.xml"));
    String compose = Files.readString(Path.of("docker/compose.yaml"));
    List<String> missing = new ArrayList<>();
    for (Path document : documents()) {
      String text = Files.readString(document);
      named(EXECUTION, text).stream()
          .filter(id -> !build.contains("<id>" + id + "</id>"))
          .forEach(id -> missing.add(document + ": execution " + id));
      named(PROFILE, text).stream()
          .filter(id -> !build.contains("<id>" + id + "</id>"))
          .forEach(id -> missing.add(document + ": profile " + id));
      named(COMPOSE_PROFILE, text).stream()
          .filter(name -> !compose.contains("profiles: [" + name + "]"))
          .forEach(name -> missing.add(document + ": profile " + name + " of compose"));
      named(COMPOSE_SERVICE, text).stream()
          .filter(name -> !compose.contains("\n  " + name + ":\n"))
          .forEach(name -> missing.add(document + ": service " + name + " of compose"));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void the_readme_shows_how_to_run_and_to_test_on_its_first_screen() throws IOException {
    List<String> screen = Files.readAllLines(Path.of("README.md")).subList(0, 30);
    assertThat(screen)
        .anyMatch(line -> line.startsWith("./mvnw quarkus:dev "))
        .anyMatch(line -> line.startsWith("./mvnw verify "));
  }

  @Test
  void at_most_a_dozen_invariants_each_have_a_test() throws IOException {
    List<String> invariants =
        NUMBERED
            .matcher(
                part(Files.readString(DOCUMENTS.resolve("architecture.md")), "What is never so"))
            .results()
            .map(found -> found.group())
            .toList();
    assertThat(invariants)
        .hasSizeBetween(8, 12)
        .allMatch(invariant -> invariant.contains("**No "))
        .allMatch(invariant -> PROOF.matcher(invariant).find());
  }

  @Test
  void the_table_of_changes_fits_on_a_screen() throws IOException {
    String table =
        part(Files.readString(DOCUMENTS.resolve("architecture.md")), "Where do I change …?");
    assertThat(table.lines().filter(line -> line.startsWith("| ")).skip(1)).hasSizeBetween(15, 25);
  }

  @Test
  void words_in_italics_have_an_entry_in_the_glossary() throws IOException {
    String glossary = Files.readString(DOCUMENTS.resolve("glossary.md"));
    Set<String> entries = named(ENTRY, glossary);
    Set<String> unknown =
        named(ITALICS, glossary).stream()
            .filter(
                word -> !entries.contains(word) && !entries.contains(word.replaceFirst("s$", "")))
            .collect(Collectors.toCollection(TreeSet::new));
    unknown.removeAll(Set.of("italics", "content segment", "runners-up"));
    assertThat(unknown).isEmpty();
    assertThat(entries).hasSizeGreaterThan(30);
  }

  @Test
  void the_tables_of_the_glossary_exist() throws IOException {
    // Flyway makes the table of its history by itself.
    Set<String> made = new TreeSet<>(Set.of("flyway_schema_history"));
    for (Path migration : migrations()) {
      made.addAll(named(CREATED, Files.readString(migration)));
    }
    Set<String> unknown = new TreeSet<>();
    for (String line : Files.readAllLines(DOCUMENTS.resolve("glossary.md"))) {
      TABLE_CELL
          .matcher(line)
          .results()
          .forEach(cell -> unknown.addAll(named(NAME, cell.group(1))));
    }
    assertThat(unknown).as("tables that the glossary names").isNotEmpty();
    unknown.removeAll(made);
    assertThat(unknown).as("tables that no migration makes").isEmpty();
  }

  /** Whatever a reader may start with; decisions are history and may name what has gone. */
  private static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(Path.of(""));
        Stream<Path> docs = Files.list(DOCUMENTS)) {
      return Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).toList();
    }
  }

  /** The text below a heading, up to the next one of the same weight. */
  private static String part(String document, String heading) {
    String after = document.split("\n## " + Pattern.quote(heading) + "\n", -1)[1];
    return after.split("\n## ", -1)[0];
  }

  private static Set<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }

  private static List<Path> migrations() throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      return files.toList();
    }
  }

  private static Set<String> named(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
