package org.lecturehighlights.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

  @Test
  void without_arguments_it_serves_in_all_roles() {
    assertThat(Arguments.of()).isEqualTo(new Arguments(true, false, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          serve                         | true  | ''
          serve --roles api             | true  | api
          serve --roles=API,worker      | true  | api,worker
          serve --roles api --roles worker | true | api,worker
          serve --roles cook            | false | ''
          serve --help                  | false | ''
          serve extra                   | false | ''
          --help                        | false | ''
          --version                     | false | ''
          extract lecture.mp4           | false | ''
          db current                    | false | ''
          nonsense                      | false | ''
          """)
  void only_a_valid_serve_command_needs_a_database_and_a_port(
      String line, boolean serves, String roles) {
    assertThat(Arguments.of(line.split(" ", -1)))
        .isEqualTo(new Arguments(serves, line.startsWith("db "), roles));
  }
}
