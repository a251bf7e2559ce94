package org.lecturehighlights.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Backoff backoff = new Backoff(FIRST, LONGEST, 0.5, 1, new Random(7));

  @Test
  void a_pause_doubles_from_failure_to_failure() {
    assertThat(pauses(1)).allMatch(pause -> isBetween(pause, FIRST.dividedBy(2), FIRST));
    assertThat(pauses(4))
        .allMatch(pause -> isBetween(pause, FIRST.multipliedBy(4), FIRST.multipliedBy(8)));
  }

  @Test
  void no_pause_is_longer_than_the_longest_after_however_many_failures() {
    assertThat(pauses(Integer.MAX_VALUE))
        .allMatch(pause -> isBetween(pause, LONGEST.dividedBy(2), LONGEST));
  }

  @Test
  void callers_who_failed_together_come_back_at_different_times() {
    assertThat(pauses(3).distinct().count()).isGreaterThan(100);
  }

  @Test
  void a_pause_that_is_only_lengthened_stops_at_the_longest() {
    Backoff lengthened = new Backoff(FIRST, LONGEST, 1, 1.25, new Random(7));
    assertThat(Stream.generate(() -> lengthened.pause(1)).limit(200))
        .allMatch(pause -> isBetween(pause, FIRST, FIRST.multipliedBy(5).dividedBy(4)));
    assertThat(lengthened.pause(8)).isEqualTo(LONGEST);
  }

  private Stream<Duration> pauses(int failures) {
    return Stream.generate(() -> backoff.pause(failures)).limit(200);
  }

  private static boolean isBetween(Duration pause, Duration shortest, Duration longest) {
    return pause.compareTo(shortest) >= 0 && pause.compareTo(longest) <= 0;
  }
}
