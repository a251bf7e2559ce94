package org.lecturehighlights.platform.database.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionsTest {
  private final Revisions revisions =
      new Revisions(
          List.of(
              migration("1", Optional.of("ce9ec48516b9")),
              migration("2", Optional.of("ce77aa000000")),
              migration("10", Optional.empty())));

  private static Migration migration(String version, Optional<String> alembic) {
    return new Migration(version, "", alembic, "", Optional.empty(), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "base,0", "head,3", "heads,3", "current,2", "1,1", "10,3", "ce9ec48516b9,1", "ce9,1", "ce7,2",
    "+1,3", "-1,1", "-2,0", "ce9+2,3", "head-3,0", "10-1,2", "base+1,1", "current-1,1", "2+0,2"
  })
  void names_stand_for_points_between_migrations(String name, int point) {
    assertThat(revisions.point(name, 2)).isEqualTo(point);
  }

  @ParameterizedTest
  @CsvSource({"3", "x", "''", "100", "x+1", "CE9"})
  void an_unknown_name_is_refused(String name) {
    assertThatThrownBy(() -> revisions.point(name, 2))
        .hasMessageStartingWith("Can't locate revision identified by ");
  }

  @ParameterizedTest
  @CsvSource({"+2,2", "-3,3", "10+1,1", "base-1,1"})
  void too_many_steps_are_refused(String name, int steps) {
    assertThatThrownBy(() -> revisions.point(name, 2))
        .hasMessageEndingWith("didn't produce " + steps + " migrations");
  }

  @Test
  void a_prefix_of_two_revisions_is_refused() {
    assertThatThrownBy(() -> revisions.point("ce", 2))
        .hasMessage("Multiple revisions start with 'ce'");
  }
}
