package org.lecturehighlights.service.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarksTest {
  @Test
  void whole_words_with_the_prefix_are_marked() {
    assertThat(marked("A process, and PROCESSES; reprocess.", "process"))
        .containsExactly("process", "PROCESSES");
  }

  @Test
  void a_single_letter_matches_only_as_a_word() {
    assertThat(marked("C is not cheap, c.", "c")).containsExactly("C", "c");
  }

  @Test
  void marks_do_not_overlap() {
    assertThat(marked("semaphores", "semaphor", "semaphores")).containsExactly("semaphores");
  }

  @Test
  void runs_of_scripts_without_spaces_are_found_anywhere() {
    String text = "这是操作系统的内核";
    assertThat(parts(text, new Marks(List.of(), List.of("操作系统")))).containsExactly("操作系统");
  }

  @Test
  void letters_that_lengthen_in_lower_case_do_not_shift_marks() {
    assertThat(marked("İİİ ends, 🎓 too: Ende", "ende", "too")).containsExactly("too", "Ende");
  }

  @Test
  void a_word_next_to_a_script_without_spaces_is_marked() {
    assertThat(marked("用Java言語", "java")).containsExactly("Java");
  }

  private static List<String> marked(String text, String... prefixes) {
    return parts(text, new Marks(List.of(prefixes), List.of()));
  }

  private static List<String> parts(String text, Marks marks) {
    return marks.in(text).stream()
        .map(range -> text.substring(range.start(), range.end()))
        .toList();
  }
}
