package org.lecturehighlights.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.app.cli.db.DbCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class VerbsTest {
  private final Set<String> verbs = new CommandLine(new DbCommand()).getSubcommands().keySet();

  @Test
  void every_command_of_the_package_is_a_verb_of_db() {
    assertThat(
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackagesOf(DbCommand.class)
                    .stream()
                    .filter(type -> type.isAnnotatedWith(Command.class))
                    .map(VerbsTest::name)
                    .filter(name -> !name.equals("db"))
                    .collect(Collectors.toSet()))
        .isEqualTo(verbs);
  }

  @Test
  void the_readme_names_every_verb() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertThat(verbs)
        .allSatisfy(
            verb -> assertThat(readme).containsPattern("[`\"](db )?" + verb + "[` ]|db " + verb));
  }

  private static String name(JavaClass type) {
    return type.getAnnotationOfType(Command.class).name();
  }
}
