package org.lecturehighlights.platform.database.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.platform.database.fingerprint.SchemaFingerprint;
import org.lecturehighlights.platform.database.lint.ScriptLint;

/** Each kind of change, made and undone by the generated scripts. */
@SuppressWarnings("NullAway.Init") // set before all tests
class DraftTest {
  private static ScratchDatabase present;

  @BeforeAll
  static void migrate() throws SQLException {
    present = ScratchDatabase.onServerOf(Checkout.freshDatabase());
    present.run(Checkout.FIRST_SCRIPT);
  }

  @AfterAll
  static void drop() {
    present.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a column is added        | alter table lecture add language varchar(10)
          a column is dropped      | alter table lecture drop note
          a column is retyped      | alter table talk alter mark type bigint
          a default is set         | alter table lecture alter place set default 7
          a column becomes NOT NULL | alter table lecture alter place set not null
          a check is added         | alter table lecture add constraint placed check (place > 0)
          a constraint of uniqueness is added | alter table lecture add unique (place)
          a foreign key is added   | alter table talk add foreign key (lecture_id) references lecture on delete cascade
          an index is added        | create index ix_lecture_title on lecture (title)
          a partial index is added | create index ix_lecture_new on lecture (held desc) where place is null
          a unique index is added  | create unique index ix_lecture_place on lecture (lower(title), place)
          a table is added         | create table guest (id bigserial primary key, lecture_id integer references lecture, name text not null)
          a table is dropped       | drop table attic
          an enumeration is added  | create type mood as enum ('calm', 'loud'); alter table lecture add mood mood default 'calm'
          a sequence is added      | create sequence tickets as integer increment 5 start 100
          a view is added          | create view marks as select l.title, t.mark from lecture l join talk t on t.lecture_id = l.id
          a view is changed        | create or replace view titles as select id, title, place from lecture
          a function is added      | create function twice(n integer) returns integer language sql immutable as 'select n * 2; -- ;'
          a trigger is added       | create function stamp() returns trigger language plpgsql as $$begin new.held := now(); return new; end$$; create trigger stamped before update on lecture for each row execute function stamp()
          a comment is added       | comment on column lecture.note is 'what ''others'' say; or not'
          an identity is added     | alter table hall add number bigint generated always as identity
          """)
  void a_change_is_made_and_undone(String kind, String change) throws SQLException, IOException {
    try (ScratchDatabase desired = desired(change);
        ScratchDatabase tried = present.copy()) {
      Draft draft = Draft.between(present, desired, List.of()).orElseThrow();

      tried.run(draft.up());
      assertThat(fingerprint(tried)).isEqualTo(fingerprint(desired));

      tried.run(draft.down());
      assertThat(fingerprint(tried)).isEqualTo(fingerprint(present));
    }
  }

  @Test
  void the_same_schema_needs_no_draft() throws SQLException, IOException {
    try (ScratchDatabase desired = desired("select 1")) {
      assertThat(Draft.between(present, desired, List.of())).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alter table lecture drop note            | -- DESTRUCTIVE: this loses data
          drop table attic                         | -- DESTRUCTIVE: this loses data
          alter table lecture rename note to notes | -- DESTRUCTIVE: this loses data
          alter table attic alter kept type varchar(9) | -- DESTRUCTIVE: a narrower type cuts or refuses data
          """)
  void statements_that_lose_data_are_marked(String change, String mark)
      throws SQLException, IOException {
    try (ScratchDatabase desired = desired(change)) {
      assertThat(Draft.between(present, desired, List.of()).orElseThrow().up()).contains(mark);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alter table hall add number integer not null          | -- CHECK: fails if rows exist
          alter table lecture alter place set not null          | -- CHECK: fails if rows contain null
          alter table lecture add unique (place)                | -- CHECK: fails if rows have equal values
          create unique index ix_place on lecture (place)       | -- CHECK: fails if rows have equal values
          alter table lecture add constraint up check (place > 0) | -- CHECK: fails if rows violate it
          alter table talk add foreign key (lecture_id) references lecture | -- CHECK: fails if rows violate it
          """)
  void statements_that_rows_can_make_fail_are_marked_and_found_by_lint(String change, String mark)
      throws SQLException, IOException {
    try (ScratchDatabase desired = desired(change)) {
      String up = Draft.between(present, desired, List.of()).orElseThrow().up();
      assertThat(up).containsOnlyOnce(mark).containsPattern(mark + "[^\n]*\n(?:CREATE|ALTER) ");
      assertThat(ScriptLint.of("V2__x.sql", up, true)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table hall add number integer not null default 0",
        "alter table hall add number integer",
        "create table guest (id serial primary key, hall integer not null unique check (hall > 0))",
        "create index ix_place on lecture (place)",
      })
  void statements_that_no_row_can_make_fail_are_not_marked(String change)
      throws SQLException, IOException {
    try (ScratchDatabase desired = desired(change)) {
      assertThat(Draft.between(present, desired, List.of()).orElseThrow().up())
          .doesNotContain("-- CHECK");
    }
  }

  @Test
  void additions_are_not_marked_but_their_undo_statements_are() throws SQLException, IOException {
    try (ScratchDatabase desired = desired("alter table lecture add language text")) {
      Draft draft = Draft.between(present, desired, List.of()).orElseThrow();
      assertThat(draft.up())
          .doesNotContain("DESTRUCTIVE")
          .doesNotContainIgnoringCase("search_path");
      assertThat(draft.down()).contains("-- DESTRUCTIVE: this loses data\nALTER TABLE");
    }
  }

  @Test
  void a_renamed_column_keeps_its_data_and_its_index_is_renamed_too()
      throws SQLException, IOException {
    String change =
        "alter table lecture rename note to remark;"
            + " alter index ix_lecture_note rename to ix_lecture_remark";
    try (ScratchDatabase desired = desired(change);
        ScratchDatabase tried = present.copy()) {
      Draft draft =
          Draft.between(present, desired, List.of(Rename.ofColumn("lecture.note:remark")))
              .orElseThrow();
      assertThat(draft.up()).doesNotContain("DESTRUCTIVE").doesNotContain("DROP");

      tried.run(draft.up());
      assertThat(fingerprint(tried)).isEqualTo(fingerprint(desired));
      assertThat(value(tried, "select remark from lecture where id = 1")).isEqualTo("kept");

      tried.run(draft.down());
      assertThat(fingerprint(tried)).isEqualTo(fingerprint(present));
      assertThat(value(tried, "select note from lecture where id = 1")).isEqualTo("kept");
    }
  }

  @Test
  void a_renamed_table_keeps_its_rows_and_its_sequence() throws SQLException, IOException {
    String change =
        """
        drop table talk;
        create table speech (id serial primary key, lecture_id integer, grade integer)
        """;
    var hints = List.of(Rename.ofColumn("speech.mark:grade"), Rename.ofTable("talk:speech"));
    try (ScratchDatabase desired = desired(change);
        ScratchDatabase tried = present.copy()) {
      Draft draft = Draft.between(present, desired, hints).orElseThrow();
      assertThat(draft.up()).doesNotContain("DESTRUCTIVE").doesNotContain("DROP");

      tried.run(draft.up());
      assertThat(value(tried, "select grade from speech")).isEqualTo("3");
      assertThat(value(tried, "insert into speech default values returning id")).isEqualTo("2");

      tried.run(draft.down());
      assertThat(fingerprint(tried)).isEqualTo(fingerprint(present));
      assertThat(value(tried, "select max(mark) from talk")).isEqualTo("3");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lecture.gone:remark | there is no longer a column lecture.gone
          lecture.note:gone   | there is not yet a column lecture.gone
          """)
  void a_hint_that_matches_nothing_is_refused(String hint, String reason) throws SQLException {
    try (ScratchDatabase desired = desired("alter table lecture rename note to remark")) {
      assertThatThrownBy(() -> Draft.between(present, desired, List.of(Rename.ofColumn(hint))))
          .hasMessageContaining(reason);
    }
  }

  @ParameterizedTest
  @CsvSource({"note:remark", "lecture.note", "lecture.note:", "a.b:c; drop table d"})
  void a_malformed_hint_is_refused(String hint) {
    assertThatThrownBy(() -> Rename.ofColumn(hint)).hasMessageContaining("--rename jobs.old_name");
  }

  private static ScratchDatabase desired(String change) throws SQLException {
    ScratchDatabase desired = present.copy();
    desired.run(change);
    return desired;
  }

  private static String fingerprint(ScratchDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return SchemaFingerprint.of(connection);
    }
  }

  private static String value(ScratchDatabase database, String query) throws SQLException {
    try (Connection connection = database.connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }
}
