package org.lecturehighlights.lecture.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CuePhrasesTest {

  @Test
  void what_is_announced_is_heard_behind_the_usual_little_words() {
    assertThat(CuePhrases.announced("So we now then also want to talk about the virtual memory."))
        .contains("virtual memory");
    assertThat(CuePhrases.changesTopic("So, okay, well, and now we come to lists.")).isTrue();
    assertThat(CuePhrases.changesTopic("So far we had lists.")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"so ", "well, and ", "we now now ", "the a ", "now next first ", "a-", "is "})
  void a_cue_that_says_the_same_for_ever_overflows_no_stack(String said) {
    String text = said.repeat(100_000 / said.length());
    for (String cue : List.of(text, "we " + text, "We talk about " + text, "The " + text)) {
      CuePhrases.announced(cue);
      CuePhrases.defined(cue);
      assertThat(CuePhrases.changesTopic(cue)).isFalse();
      assertThat(CuePhrases.defines(cue) && CuePhrases.leansOnContext(cue)).isFalse();
      assertThat(CuePhrases.stresses(cue)).isFalse();
    }
  }
}
