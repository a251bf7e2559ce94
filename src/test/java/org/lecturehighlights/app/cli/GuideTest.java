package org.lecturehighlights.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.app.cli.GuideCommand.Kind;
import org.lecturehighlights.app.cli.db.DbCommand;
import org.lecturehighlights.platform.database.DatabaseUrl;
import org.lecturehighlights.platform.database.SchemaDatabase;
import picocli.CommandLine;

/**
 * Everything that the guide tells readers to type works, and everything that it claims has a test.
 */
class GuideTest {
  private static final Guide GUIDE = Guide.read();
  private static final Pattern PROOF = Pattern.compile("([A-Z]\\w+Test)#(\\w+)");
  private static final Pattern URL =
      Pattern.compile("DATABASE_URL=(\\S+)|`((?:jdbc:)?postgres[^`…]*?://?[^`…]*)`");

  @TempDir Path directory;

  @TestFactory
  Stream<DynamicTest> each_command_does_what_it_says() {
    var run = new GuideRun(directory);
    return GUIDE.commands().stream()
        .map(line -> dynamicTest(line, () -> run.run(GuideCommand.of(line))));
  }

  @TestFactory
  Stream<DynamicTest> each_statement_does_what_it_says() {
    var run = new GuideRun(directory);
    return GUIDE.statements().stream().map(sql -> dynamicTest(sql, () -> run.runSql(sql)));
  }

  @Test
  void blocks_are_in_languages_that_the_tests_know() {
    assertThat(GUIDE.blocks())
        .extracting(Guide.Block::language)
        .isSubsetOf("bash", "sql", "dotenv", "yaml", "text");
    assertThat(GUIDE.commands()).hasSizeGreaterThan(40);
    assertThat(GUIDE.statements()).isNotEmpty();
  }

  @Test
  void commands_that_need_another_machine_are_listed() {
    Map<String, List<String>> needed =
        GUIDE.commands().stream()
            .map(GuideCommand::of)
            .filter(command -> !command.kind().need.isEmpty())
            .collect(
                Collectors.groupingBy(
                    command -> command.kind().need,
                    TreeMap::new,
                    Collectors.mapping(GuideCommand::line, Collectors.toList())));
    var listed = new TreeMap<String, List<String>>();
    GUIDE
        .table("Commands that tests cannot run everywhere")
        .forEach(row -> listed.put(row.getFirst(), Guide.code(row.getLast())));
    assertThat(listed).isEqualTo(needed);
    assertThat(needed.keySet())
        .containsAll(
            Arrays.stream(Kind.values()).map(k -> k.need).filter(n -> !n.isEmpty()).toList());
  }

  @Test
  void every_command_and_every_option_is_explained() {
    var words =
        GUIDE.commands().stream().flatMap(line -> Stream.of(line.split("[ \"]", -1))).toList();
    new CommandLine(new DbCommand())
        .getSubcommands()
        .forEach((verb, line) -> {
          assertThat(words).contains(verb);
          line.getCommandSpec().options().stream()
              .map(option -> option.longestName())
              .filter(option -> !option.matches("--(help|version)"))
              .forEach(option -> assertThat(GUIDE.text()).as(verb).contains("`" + option));
        });
  }

  @Test
  void every_url_in_the_guide_can_be_parsed() {
    List<String> urls =
        URL.matcher(GUIDE.text())
            .results()
            .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
            .filter(url -> !url.startsWith("$") && !url.startsWith("…"))
            .toList();
    assertThat(urls).hasSizeGreaterThan(8).allSatisfy(DatabaseUrl::parse);
  }

  @Test
  void every_table_of_the_current_schema_is_described() {
    var described =
        GUIDE.table("Current schema").stream().map(row -> Guide.code(row.getFirst()).getFirst());
    String head = SchemaDatabase.SCRIPTS.head().orElseThrow().version();
    var tables =
        SchemaDatabase.SCRIPTS
            .schemaAfter(head)
            .orElseThrow()
            .lines()
            .filter(line -> line.startsWith("table "))
            .map(line -> line.substring("table ".length()).replaceFirst(":.*", ""));
    assertThat(described.toList())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(tables, Stream.of("flyway_schema_history")).toList());
  }

  @Test
  void every_claim_of_the_comparison_names_a_test_or_says_no() throws IOException {
    List<List<String>> rows = GUIDE.table("Alembic, Flyway Community and this project");
    assertThat(rows).hasSizeGreaterThan(40);
    Map<String, String> tests = tests();
    for (List<String> row : rows) {
      assertThat(row).as(row.toString()).hasSize(4).noneMatch(String::isEmpty);
      var proofs = PROOF.matcher(row.getLast()).results().toList();
      if (proofs.isEmpty()) {
        assertThat(row.getLast()).startsWith("no");
      }
      proofs.forEach(proof ->
          assertThat(tests.getOrDefault(proof.group(1), ""))
              .as("%s in %s", proof.group(), row)
              .containsPattern(" " + proof.group(2) + "\\("));
    }
  }

  /** The text of each test class. */
  private static Map<String, String> tests() throws IOException {
    var tests = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        tests.merge(name, Files.readString(file), String::concat);
      }
    }
    return tests;
  }
}
