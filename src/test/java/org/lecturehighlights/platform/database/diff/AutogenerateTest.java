package org.lecturehighlights.platform.database.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.platform.database.DatabaseUrl;
import org.lecturehighlights.platform.database.script.NewMigration;

class AutogenerateTest {
  private static final DesiredSchema WITH_LANGUAGE =
      Checkout.firstScriptAnd("alter table lecture add language text");

  @Test
  void the_difference_becomes_the_next_pair_of_scripts(@TempDir Path directory)
      throws IOException, SQLException {
    Checkout checkout = Checkout.in(directory).upgraded();

    NewMigration written =
        autogenerate(checkout, checkout.live(), WITH_LANGUAGE)
            .write("Add users' e-mail index, ÄÖ", List.of())
            .orElseThrow();

    assertThat(checkout.files())
        .containsExactly(
            "U2__add_users_e_mail_index_ao.sql",
            "V1__first.sql",
            "V2__add_users_e_mail_index_ao.sql");
    assertThat(written.up())
        .content()
        .isEqualTo(
            """
            -- Add users' e-mail index, ÄÖ

            ALTER TABLE public.lecture
              ADD COLUMN language text;
            """);
    assertThat(written.down())
        .content()
        .isEqualTo(
            """
            -- Undoes: Add users' e-mail index, ÄÖ

            -- DESTRUCTIVE: this loses data
            ALTER TABLE ONLY public.lecture
              DROP COLUMN language;
            """);
  }

  @Test
  void after_the_new_script_is_applied_there_is_no_difference(@TempDir Path directory)
      throws IOException, SQLException {
    Checkout checkout = Checkout.in(directory).upgraded();
    Autogenerate autogenerate = autogenerate(checkout, checkout.live(), WITH_LANGUAGE);
    assertThat(autogenerate.write("Add a language", List.of())).isPresent();

    checkout.upgraded();

    assertThat(autogenerate.write("Add a language", List.of())).isEmpty();
  }

  @Test
  void without_a_difference_nothing_is_written(@TempDir Path directory)
      throws IOException, SQLException {
    Checkout checkout = Checkout.in(directory).upgraded();
    assertThat(
            autogenerate(checkout, checkout.live(), Checkout.firstScriptAnd("select 1"))
                .write("Nothing", List.of()))
        .isEmpty();
    assertThat(checkout.files()).containsExactly("V1__first.sql");
  }

  @Test
  void a_database_behind_the_scripts_is_refused(@TempDir Path directory) throws IOException {
    Checkout checkout = Checkout.in(directory);
    assertThatThrownBy(() ->
            autogenerate(checkout, checkout.live(), WITH_LANGUAGE).write("Too early", List.of()))
        .hasMessage("Target database is not up to date.");
    assertThat(checkout.files()).containsExactly("V1__first.sql");
  }

  @Test
  void no_scratch_database_is_left_behind(@TempDir Path directory)
      throws IOException, SQLException {
    Checkout checkout = Checkout.in(directory).upgraded();
    DesiredSchema broken = scratch -> scratch.run("create table half (");
    assertThatThrownBy(
            () -> autogenerate(checkout, checkout.live(), broken).write("Broken", List.of()))
        .isInstanceOf(SQLException.class);
    try (var connection = ScratchDatabase.connect(checkout.live());
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select datname from pg_database where datname like 'scratch%'")) {
      assertThat(rows.next()).isFalse();
    }
  }

  private static Autogenerate autogenerate(
      Checkout checkout, DatabaseUrl live, DesiredSchema desired) {
    return new Autogenerate(live, checkout.resources(), desired);
  }
}
