package org.lecturehighlights.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final Pattern TABLE_CELL = Pattern.compile("\\|([^|]*)\\|$");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");
  private static final Pattern CREATED =
      Pattern.compile("(?i)create table (?:if not exists )?(\\w+)");

  @ParameterizedTest
  @ValueSource(strings = {"architecture.md", "glossary.md"})
  void the_types_and_tests_that_a_document_names_exist(String document) throws IOException {
    Set<String> sources;
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      sources =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .map(name -> name.substring(0, name.length() - ".java".length()))
              .collect(Collectors.toSet());
    }
    Set<String> unknown = named(TYPE, Files.readString(DOCUMENTS.resolve(document)));
    unknown.removeAll(sources);
    assertThat(unknown).as("types that " + document + " names and nobody has written").isEmpty();
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
