package org.lecturehighlights.service.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.platform.problem.Problem;

class TypedTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "page table|page table",
        "-page|-page",
        "操作系统|' \"操 作 系 统\" '",
        "-操作|'-\"操 作\" '",
        "Java言語|'Java \"言 語\" '",
        "\"操作 a\"|'\" 操 作  a\"'"
      })
  void runs_of_scripts_without_spaces_become_phrases(String typed, String query) {
    assertThat(TypedText.of(typed).forPostgres()).isEqualTo(query);
  }

  @Test
  void control_characters_count_as_spaces() {
    assertThat(TypedText.of("\u0000page\u0000table\n").text()).isEqualTo("page table");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\u0000", "\t\n"})
  void blank_text_is_refused(String typed) {
    assertThatThrownBy(() -> TypedText.of(typed)).isInstanceOf(Problem.class);
  }
}
