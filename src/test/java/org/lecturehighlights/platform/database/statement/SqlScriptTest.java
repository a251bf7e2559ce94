package org.lecturehighlights.platform.database.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 'a;b'",
        "select 'it''s; so'",
        "select E'it\\'s; so'",
        "select \"a;b\" from t",
        "select \"a\"\";\" from t",
        "select $$a;b$$",
        "select $x$a; $$ ;b$x$",
        "select 1 /* a; /* b; */ c; */ + 2",
        "select 1 -- a;\n + 2",
        "select a$b, c$d from t",
        "create function f() returns int begin atomic; select case when a then 1 end; select 2; end",
      })
  void a_semicolon_inside_a_statement_does_not_end_it(String statement) {
    assertThat(SqlScript.statements(statement + ";\nselect 2"))
        .extracting(SqlStatement::text)
        .containsExactly(statement, "select 2");
  }

  @Test
  void a_statement_has_its_line_and_its_plain_text() {
    var statements =
        SqlScript.statements("-- first\n\nSELECT 1;  Update \"T\"\n  SET a = 'X' -- why\n;\n;\n");
    assertThat(statements)
        .containsExactly(
            new SqlStatement(3, "SELECT 1", "select 1"),
            new SqlStatement(3, "Update \"T\"\n  SET a = 'X' -- why", "update \"T\" set a = ''"));
  }

  @Test
  void commas_in_brackets_do_not_separate() {
    assertThat(SqlStatement.parts("add a numeric(4, 2), drop b"))
        .containsExactly("add a numeric(4, 2)", "drop b");
  }

  @Test
  void equal_names_are_recognised_in_any_form() {
    assertThat(SqlScript.name("public.Jobs")).isEqualTo("jobs");
    assertThat(SqlScript.name("\"Jo\"\"bs\"")).isEqualTo("Jo\"bs");
  }
}
