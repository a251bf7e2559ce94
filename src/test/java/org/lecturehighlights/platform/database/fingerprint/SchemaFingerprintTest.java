package org.lecturehighlights.platform.database.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehighlights.platform.database.SchemaDatabase;

class SchemaFingerprintTest {
  private static final String BASE =
      """
      create table lecture (
        id serial primary key, title varchar(20) not null, place integer default 1,
        seconds double precision constraint seconds_range check (seconds >= 0));
      create index ix_title on lecture (title);
      create view titles as select title from lecture;
      create type state as enum ('new', 'old');
      create function twice(n integer) returns integer language sql return n * 2
      """;

  @Test
  void an_empty_schema_has_an_empty_fingerprint() {
    assertThat(new SchemaDatabase().fingerprint()).isEmpty();
  }

  @Test
  void the_same_statements_give_the_same_fingerprint_in_another_database() {
    assertThat(of("").fingerprint()).isEqualTo(of("").fingerprint()).hasLineCount(12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          create table extra (n integer)                   | table extra is not expected (plain)
          drop table lecture cascade                       | table lecture is missing (plain)
          alter table lecture add note text                | column lecture.note is not expected (text)
          alter table lecture drop place                   | column lecture.place is missing (integer default 1)
          alter table lecture alter place type bigint      | column lecture.place is bigint default 1 instead of integer default 1
          alter table lecture alter place drop default     | column lecture.place is integer instead of integer default 1
          alter table lecture alter place set not null     | column lecture.place is integer not null default 1 instead of integer default 1
          alter table lecture drop constraint seconds_range | constraint lecture.seconds_range is missing (CHECK (seconds >= 0::double precision))
          alter table lecture add constraint u unique (place) | constraint lecture.u is not expected (UNIQUE (place))
          drop index ix_title                              | index lecture.ix_title is missing (btree (title))
          drop index ix_title; create unique index ix_title on lecture (title) where place > 0 | index lecture.ix_title is unique btree (title) WHERE place > 0 instead of btree (title)
          alter sequence lecture_id_seq increment by 50    | sequence lecture_id_seq is integer start 1 by 50 of lecture.id instead of integer start 1 by 1 of lecture.id
          create or replace view titles as select title from lecture where place > 0 | view titles is SELECT title FROM lecture WHERE place > 0; instead of SELECT title FROM lecture;
          alter type state add value 'lost'                | type state is enum 'new', 'old', 'lost' instead of enum 'new', 'old'
          alter table lecture enable row level security    | table lecture is plain row security instead of plain
          """)
  void every_kind_of_change_is_found(String change, String difference) {
    assertThat(SchemaDifference.between(of("").fingerprint(), of(change).fingerprint()))
        .contains(difference);
  }

  @Test
  void a_changed_function_is_noticed() {
    String changed =
        "create or replace function twice(n integer) returns integer language sql return n * 3";
    assertThat(SchemaDifference.between(of("").fingerprint(), of(changed).fingerprint()))
        .singleElement()
        .asString()
        .startsWith("function twice(integer) is ");
  }

  @Test
  void the_tables_of_flyway_and_alembic_do_not_count() {
    assertThat(
            of("create table alembic_version (version_num text primary key);"
                    + " create table flyway_schema_history (installed_rank integer primary key)")
                .fingerprint())
        .isEqualTo(of("").fingerprint());
  }

  @Test
  void the_order_of_columns_and_comments_do_not_count() {
    assertThat(
            of("alter table lecture drop place; alter table lecture add place integer default 1;"
                    + " comment on table lecture is 'one'")
                .fingerprint())
        .isEqualTo(of("").fingerprint());
  }

  private static SchemaDatabase of(String change) {
    var database = new SchemaDatabase();
    database.execute(BASE);
    if (!change.isEmpty()) {
      database.execute(change);
    }
    return database;
  }
}
