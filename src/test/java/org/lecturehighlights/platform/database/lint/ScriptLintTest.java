package org.lecturehighlights.platform.database.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.platform.database.script.MigrationScripts;

class ScriptLintTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          adding-required-field            | ALTER TABLE jobs ADD COLUMN mark integer NOT NULL
          adding-not-nullable-field        | ALTER TABLE jobs ALTER COLUMN owner SET NOT NULL
          adding-field-with-default        | ALTER TABLE jobs ADD mark uuid DEFAULT gen_random_uuid()
          adding-field-with-default        | ALTER TABLE jobs ADD mark bigserial
          adding-serial-primary-key-field  | ALTER TABLE jobs ADD mark integer PRIMARY KEY
          adding-foreign-key-constraint    | ALTER TABLE clips ADD FOREIGN KEY (job_id) REFERENCES jobs (job_id)
          adding-foreign-key-constraint    | ALTER TABLE clips ADD COLUMN job integer REFERENCES jobs
          constraint-missing-not-valid     | ALTER TABLE jobs ADD CONSTRAINT c CHECK (a > 0 AND b IN (1, 2))
          disallowed-unique-constraint     | ALTER TABLE jobs ADD CONSTRAINT u UNIQUE (filename, owner)
          require-concurrent-index-creation | CREATE UNIQUE INDEX i ON public.jobs (owner) WHERE owner IS NOT NULL
          require-concurrent-index-deletion | DROP INDEX ix_jobs_id
          ban-concurrent-index-creation-in-transaction | CREATE INDEX CONCURRENTLY i ON jobs (owner)
          changing-column-type             | ALTER TABLE ONLY jobs ALTER owner SET DATA TYPE text
          renaming-column                  | ALTER TABLE jobs RENAME owner TO holder
          renaming-table                   | ALTER TABLE jobs RENAME TO work
          ban-drop-column                  | ALTER TABLE jobs DROP COLUMN IF EXISTS owner
          ban-drop-table                   | DROP TABLE IF EXISTS jobs
          ban-drop-not-null                | ALTER TABLE jobs ALTER COLUMN filename DROP NOT NULL
          ban-drop-database                | DROP DATABASE lectures
          ban-truncate-cascade             | TRUNCATE jobs CASCADE
          ban-char-field                   | CREATE TABLE marks (mark char(3))
          ban-char-field                   | ALTER TABLE jobs ADD mark character(3)
          transaction-nesting              | BEGIN
          """)
  void a_statement_that_breaks_a_rule_is_found(String rule, String statement) {
    assertThat(ScriptLint.of("V2__x.sql", "-- why\n\n" + statement + ";\n", true))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.rule().id()).isEqualTo(rule);
          assertThat(finding.toString()).startsWith("V2__x.sql:3: " + rule + ": ");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE jobs ADD COLUMN mark integer",
        "ALTER TABLE jobs ADD COLUMN mark integer NOT NULL DEFAULT 0",
        "ALTER TABLE jobs ADD COLUMN marked timestamptz NOT NULL DEFAULT now()",
        "ALTER TABLE jobs ADD COLUMN mark character varying(3)",
        "ALTER TABLE jobs ADD CONSTRAINT c CHECK (a > 0) NOT VALID",
        "ALTER TABLE jobs VALIDATE CONSTRAINT c",
        "ALTER TABLE jobs ADD CONSTRAINT u UNIQUE USING INDEX i",
        "ALTER TABLE jobs DROP CONSTRAINT c",
        "ALTER TABLE jobs ALTER COLUMN mark DROP DEFAULT",
        "ALTER TABLE jobs RENAME CONSTRAINT c TO d",
        "CREATE TABLE marks (id integer PRIMARY KEY, name text); CREATE INDEX i ON marks (name)",
        "CREATE TABLE m (id integer); ALTER TABLE m ADD CONSTRAINT c CHECK (id > 0)",
        "COMMENT ON TABLE jobs IS 'DROP TABLE jobs; ALTER TABLE jobs DROP owner'",
        "INSERT INTO jobs (filename) VALUES ('; DROP TABLE jobs')",
        "DO $$ BEGIN EXECUTE 'DROP TABLE jobs'; END $$",
        "/* DROP TABLE jobs; */ SELECT 1 -- DROP TABLE jobs;",
      })
  void a_harmless_statement_is_not_found(String statement) {
    assertThat(ScriptLint.of("V2__x.sql", statement, true)).isEmpty();
  }

  @Test
  void each_action_of_a_statement_is_checked() {
    assertThat(
            rules(
                "ALTER TABLE jobs ADD a numeric(4, 2), DROP b, ALTER c TYPE numeric(5, 2) USING f(c, 1)"))
        .containsExactly("ban-drop-column", "changing-column-type");
  }

  @Test
  void an_exception_with_a_reason_applies_to_the_whole_script() {
    String drops = "DROP TABLE jobs;\nDROP TABLE clips;\n";
    assertThat(rules("-- lint: allow ban-drop-table nobody reads them\n" + drops)).isEmpty();
    assertThat(rules("-- lint: allow ban-drop-table\n" + drops)).hasSize(2);
    assertThat(rules("-- lint: allow ban-drop-column they are old\n" + drops)).hasSize(2);
  }

  @Test
  void an_index_may_be_built_concurrently_outside_a_transaction(@TempDir Path resources)
      throws IOException {
    Path folder = Files.createDirectories(resources.resolve("db/migration"));
    Files.writeString(folder.resolve("V1__i.sql"), "CREATE INDEX CONCURRENTLY i ON jobs (owner);");
    assertThat(ScriptLint.of(MigrationScripts.in(resources))).hasSize(1);
    Files.writeString(folder.resolve("V1__i.sql.conf"), "executeInTransaction=false\n");
    assertThat(ScriptLint.of(MigrationScripts.in(resources))).isEmpty();
  }

  @Test
  void our_own_migrations_pass_the_lint() {
    assertThat(ScriptLint.of(MigrationScripts.onClassPath())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_rule_has_an_id_and_a_reason(Rule rule) {
    assertThat(rule.id()).matches("[a-z]+(-[a-z]+)+");
    assertThat(rule.reason()).isNotBlank().doesNotEndWith(".");
  }

  private static List<String> rules(String script) {
    return ScriptLint.of("V2__x.sql", script, true).stream()
        .map(finding -> finding.rule().id())
        .toList();
  }
}
