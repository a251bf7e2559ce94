package org.lecturehighlights.platform.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptDeadlineTest {
  private final AttemptDeadline usual = new AttemptDeadline(Duration.ofHours(1), 4);

  @Test
  void it_is_four_times_the_lecture_and_at_least_an_hour() {
    assertThat(usual.of(Optional.of(Duration.ofMinutes(90)))).isEqualTo(Duration.ofHours(6));
    assertThat(usual.of(Optional.of(Duration.ofMinutes(15)))).isEqualTo(Duration.ofHours(1));
    assertThat(usual.of(Optional.of(Duration.ofSeconds(1)))).isEqualTo(Duration.ofHours(1));
    assertThat(usual.of(Optional.empty())).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void no_length_makes_it_overflow() {
    AttemptDeadline generous = new AttemptDeadline(Duration.ofHours(1), 1e300);
    assertThat(generous.of(Optional.of(Duration.ofHours(12))).toNanos()).isPositive();
  }

  @Test
  void what_would_end_every_attempt_is_refused() {
    assertThatThrownBy(() -> new AttemptDeadline(Duration.ZERO, 4))
        .hasMessageContaining("LECTURE_ENGINE_STAGE_DEADLINE_MIN");
    assertThatThrownBy(() -> new AttemptDeadline(Duration.ofHours(1), Double.NaN))
        .hasMessageContaining("LECTURE_ENGINE_STAGE_DEADLINE_FACTOR");
  }
}
