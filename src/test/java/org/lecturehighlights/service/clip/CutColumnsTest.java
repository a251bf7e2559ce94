package org.lecturehighlights.service.clip;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.lecture.highlight.CutView;
import org.lecturehighlights.lecture.highlight.SampleCuts;
import org.lecturehighlights.lecture.timeline.Span;

class CutColumnsTest {
  private static final Cut CUT =
      SampleCuts.explained(Span.ofSeconds(2, 28), "Joins", "Databases", 1, 0.75).inSegment("seg_1");

  @Test
  void what_is_stored_of_a_cut_is_shown_of_it() {
    assertThat(Arrays.stream(CutView.class.getRecordComponents()).map(RecordComponent::getName))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(CutColumns.class.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(Field::getName)
                .toList());
  }

  @Test
  void every_column_and_every_member_of_the_view_is_filled_from_the_cut() {
    assertThat(CutColumns.of(CUT)).hasNoNullFieldsOrProperties();
    assertThat(CutView.of(CUT)).hasNoNullFieldsOrProperties();
  }

  /** But for the number of its segment, which only the manifest needs. */
  @Test
  void a_cut_comes_back_from_its_columns_as_it_was() {
    assertThat(CutColumns.of(CUT).read())
        .usingRecursiveComparison()
        .ignoringFields("segment")
        .isEqualTo(CUT);
  }
}
