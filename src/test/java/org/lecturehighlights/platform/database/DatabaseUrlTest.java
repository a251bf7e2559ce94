package org.lecturehighlights.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.platform.problem.Problem;

class DatabaseUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          postgresql://u:p@h:5433/d               | //h:5433/d           | u   | p
          postgres://u:p@h/d                      | //h:5432/d           | u   | p
          postgresql+psycopg2://u:p@h/d           | //h:5432/d           | u   | p
          jdbc:postgresql://h:1/d?user=u&password=p%26 | //h:1/d         | u   | p&
          jdbc:postgresql:d                       | //localhost:5432/d   | -   | -
          postgresql://h                          | //h:5432/            | -   | -
          postgresql:///d                         | //localhost:5432/d   | -   | -
          postgresql://u@h/d                      | //h:5432/d           | u   | -
          postgresql://u:p@ss@h/d                 | //h:5432/d           | u   | p@ss
          postgresql://u:p:w@h/d                  | //h:5432/d           | u   | p:w
          postgresql://u:p/w?x@h/d                | //h:5432/d           | u   | p/w?x
          postgresql://u:12345/w@h:1/d            | -                    | -   | -
          postgresql://u:p%40ss%3Aw%2Frd%25@h/d   | //h:5432/d           | u   | p@ss:w/rd%
          postgresql://u:a+b%2B%20%C3%A9@h/d      | //h:5432/d           | u   | a+b+ é
          postgresql://u:100%@h/d                 | //h:5432/d           | u   | 100%
          postgresql://u:%$x${y}\\@h/d            | //h:5432/d           | u   | %$x${y}\\
          postgresql://u%40corp:p@h/d             | //h:5432/d           | u@corp | p
          postgresql://u:p@[::1]/d                | //[::1]:5432/d       | u   | p
          postgresql://u:p@[fe80::1]:5433/d       | //[fe80::1]:5433/d   | u   | p
          postgresql://u:p@a:1,b/d                | //a:1,b:5432/d       | u   | p
          postgresql://u:p@/d?host=h&port=7       | //h:7/d              | u   | p
          postgresql://h/my%20d%2Bb               | //h:5432/my+d%2Bb    | -   | -
          postgresql://h/d?sslmode=require        | //h:5432/d?sslmode=require | - | -
          postgresql://h:5432/d?options=a@b       | //h:5432/d?options=a%40b   | - | -
          postgresql+asyncpg://h/d?ssl=require    | //h:5432/d?sslmode=require | - | -
          postgresql://h/d?connect_timeout=3&application_name=a%20b | //h:5432/d?connectTimeout=3&ApplicationName=a+b | - | -
          postgresql://h/d?target_session_attrs=read-write | //h:5432/d?targetServerType=primary | - | -
          postgresql://h/d?target_session_attrs=any        | //h:5432/d?targetServerType=any     | - | -
          postgresql://h/d?options=-c%20search_path%3Dx    | //h:5432/d?options=-c+search_path%3Dx | - | -
          """)
  void urls_of_libpq_and_sqlalchemy_become_jdbc(
      String text, String jdbc, String user, String password) {
    if (jdbc == null) {
      assertThatExceptionOfType(Problem.class).isThrownBy(() -> DatabaseUrl.parse(text));
      return;
    }
    assertThat(DatabaseUrl.parse(text))
        .isEqualTo(new DatabaseUrl("jdbc:postgresql:" + jdbc, user, password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://u:secret@h/d",
        "sqlite:///secret.db",
        "u:secret@h/d",
        "postgresql://u:p@h:secret/d",
        "postgresql://u:secret@h:70000/d",
        "postgresql://u:secret@[::1/d",
        "postgresql://u:secret@/d?host=/var/run/postgresql"
      })
  void other_urls_are_refused_in_one_line_without_the_password(String text) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> DatabaseUrl.parse(text))
        .satisfies(problem -> assertThat(problem.detail()).startsWith("DATABASE_URL "))
        .satisfies(problem -> assertThat(problem.detail()).doesNotContain("secret", "\n"));
  }

  @Test
  void the_text_of_a_url_hides_the_password() {
    assertThat(DatabaseUrl.parse("postgresql://u:secret@h/d").toString())
        .contains("u:***", "h:5432/d")
        .doesNotContain("secret");
  }
}
