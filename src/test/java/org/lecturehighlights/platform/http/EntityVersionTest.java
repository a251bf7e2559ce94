package org.lecturehighlights.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

class EntityVersionTest {
  private record State(String word, int number) {}

  private static final EntityVersion ONE = EntityVersion.of(new State("one", 1));
  private static final EntityVersion OTHER = EntityVersion.of(new State("one", 2));

  @Test
  void equal_states_have_one_tag_and_other_states_another() {
    assertThat(EntityVersion.of(new State("one", 1)).tag()).isEqualTo(ONE.tag());
    assertThat(OTHER.tag()).isNotEqualTo(ONE.tag());
    assertThat(ONE.tag()).matches("\"[0-9a-f]+\"");
  }

  @Test
  void a_reader_has_a_version_that_it_names_alone_or_among_others_weakly_or_by_a_star() {
    assertThat(ONE.isKnown(null)).isFalse();
    assertThat(ONE.isKnown(OTHER.tag())).isFalse();
    assertThat(ONE.isKnown(ONE.tag())).isTrue();
    assertThat(ONE.isKnown(OTHER.tag() + ", W/" + ONE.tag())).isTrue();
    assertThat(ONE.isKnown("*")).isTrue();
  }

  @Test
  void a_new_rendering_is_read_again_but_stops_no_writer() {
    EntityVersion earlier = ONE.renderedWith("/picture?expires=1");
    EntityVersion later = ONE.renderedWith("/picture?expires=2");
    assertThat(later.isKnown(earlier.tag())).isFalse();
    assertThatCode(() -> ONE.require(earlier.tag())).doesNotThrowAnyException();
  }

  @Test
  void a_writer_who_saw_another_version_is_refused() {
    assertThatCode(() -> ONE.require(null)).doesNotThrowAnyException();
    assertThatCode(() -> ONE.require("*")).doesNotThrowAnyException();
    assertThatCode(() -> ONE.require(OTHER.tag() + "," + ONE.tag())).doesNotThrowAnyException();
    for (String wrong : new String[] {OTHER.tag(), "W/" + ONE.tag(), "", ONE.state()}) {
      assertThatThrownBy(() -> ONE.require(wrong))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.PRECONDITION_FAILED));
    }
  }
}
