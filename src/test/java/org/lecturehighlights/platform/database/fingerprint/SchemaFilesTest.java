package org.lecturehighlights.platform.database.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehighlights.platform.database.SchemaDatabase.SCRIPTS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.SchemaDatabase;
import org.lecturehighlights.platform.database.script.Migration;

/** The recorded schemas are those that the migrations make. */
class SchemaFilesTest {
  private static final Path FOLDER = Path.of("src/main/resources/db/schema");

  /**
   * {@code -Ddb.schema.write} records the schemas again, after a migration was added or, before its
   * release, changed; {@code -Ddb.index.write} then lists the new files.
   */
  @Test
  void the_schema_after_each_version_is_recorded() throws IOException {
    var database = new SchemaDatabase();
    List<String> outdated = new ArrayList<>();
    for (Migration migration : SCRIPTS.all()) {
      String made = database.upgrade(migration.version()).fingerprint();
      Path file = FOLDER.resolve(migration.version() + ".txt");
      if (System.getProperty("db.schema.write") != null) {
        Files.writeString(file, made);
      }
      String recorded = Files.exists(file) ? Files.readString(file) : "";
      SchemaDifference.between(recorded, made)
          .forEach(difference -> outdated.add(file + ": " + difference));
    }
    assertThat(outdated).as("db/schema; -Ddb.schema.write writes it again").isEmpty();
  }

  @Test
  void there_is_no_schema_for_a_version_without_a_migration() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".txt")))
          .containsExactlyInAnyOrderElementsOf(
              SCRIPTS.all().stream().map(migration -> migration.version() + ".txt").toList());
    }
  }
}
