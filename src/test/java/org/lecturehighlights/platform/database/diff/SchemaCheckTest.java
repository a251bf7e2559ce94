package org.lecturehighlights.platform.database.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.platform.database.DatabaseUrl;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.database.migrate.Upgrade;
import org.lecturehighlights.platform.database.script.MigrationScripts;

class SchemaCheckTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final DesiredSchema UNCHANGED = Checkout.firstScriptAnd("select 1");

  @Test
  void the_applications_scripts_and_entities_agree_on_one_schema()
      throws IOException, SQLException {
    DatabaseUrl live = Checkout.freshDatabase();
    Checkout.upgrade(RESOURCES, live);
    SchemaCheck check = SchemaCheck.of(live, RESOURCES, new EntitySchema(RESOURCES));
    assertThat(check.details()).isEmpty();
    assertThat(check.verdict()).isEqualTo("No new upgrade operations detected.");
    assertThat(check.passed()).isTrue();
  }

  @Test
  void statements_that_the_code_needs_and_no_script_has_are_reported(@TempDir Path directory)
      throws IOException, SQLException {
    Checkout checkout = Checkout.in(directory).upgraded();
    SchemaCheck check =
        SchemaCheck.of(
            checkout.live(),
            directory,
            Checkout.firstScriptAnd("alter table lecture add tag text"));
    assertThat(check.passed()).isFalse();
    assertThat(check.verdict())
        .isEqualTo(
            "New upgrade operations detected: [ALTER TABLE public.lecture ADD COLUMN tag text;]");
    assertThat(check.details())
        .containsExactly(
            "The code needs these statements, but no script has them:",
            "  ALTER TABLE public.lecture ADD COLUMN tag text;");
  }

  @Test
  void changes_made_by_hand_are_reported(@TempDir Path directory) throws IOException, SQLException {
    Checkout checkout = Checkout.in(directory).upgraded();
    Checkout.run(checkout.live(), "alter table hall alter name type varchar(100)");
    SchemaCheck check = SchemaCheck.of(checkout.live(), directory, UNCHANGED);
    assertThat(check.history()).isEmpty();
    assertThat(check.missing()).isEmpty();
    assertThat(check.drift())
        .singleElement()
        .asString()
        .contains("hall.name", "character varying(100)", "text");
  }

  @Test
  void an_edited_script_is_reported(@TempDir Path directory) throws IOException, SQLException {
    Checkout checkout = Checkout.in(directory).upgraded();
    Path script = directory.resolve("db/migration/V1__first.sql");
    Files.writeString(script, Checkout.FIRST_SCRIPT + "select 1;\n");
    SchemaCheck check = SchemaCheck.of(checkout.live(), directory, UNCHANGED);
    assertThat(check.history())
        .singleElement()
        .asString()
        .contains("V1 first", "checksum mismatch");
    assertThat(check.verdict()).isEqualTo("Database, history and scripts contradict each other");
  }

  @Test
  @Timeout(
      value = 60,
      threadMode =
          Timeout.ThreadMode
              .SEPARATE_THREAD) // Flyway's lock would make the script wait for itself.
  void a_script_that_builds_an_index_concurrently_is_compared_like_others(@TempDir Path directory)
      throws IOException, SQLException {
    Checkout checkout = Checkout.in(directory).upgraded();
    String index = "create index concurrently ix_talk on talk (mark);";
    Files.writeString(directory.resolve("db/migration/V2__index.sql"), index);
    var live = new DirectDatabase(checkout.live(), false);
    new Upgrade(live, MigrationScripts.in(directory), line -> {})
        .to("head", new Upgrade.Options(false, false, Duration.ofSeconds(30)));
    SchemaCheck check =
        SchemaCheck.of(
            checkout.live(),
            directory,
            Checkout.firstScriptAnd("create index ix_talk on talk (mark)"));
    assertThat(check.details()).isEmpty();
  }

  @Test
  void a_database_behind_the_scripts_is_refused(@TempDir Path directory) throws IOException {
    Checkout checkout = Checkout.in(directory);
    assertThatThrownBy(() -> SchemaCheck.of(checkout.live(), directory, UNCHANGED))
        .hasMessage("Target database is not up to date.");
  }
}
