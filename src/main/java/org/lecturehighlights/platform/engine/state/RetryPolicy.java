package org.lecturehighlights.platform.engine.state;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.runtime.Backoff;

/**
 * How often and when an attempt is repeated.
 *
 * @param retries how many attempts follow the first one
 */
public record RetryPolicy(Backoff backoff, int retries) {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** How many workers may die during attempts at the same work. */
  private static final int CRASHES_ALLOWED = 3;

  /**
   * A policy whose pauses double from the first one on, with some randomness.
   *
   * @param first the longest first pause
   */
  public static RetryPolicy of(Duration first, int retries, RandomGenerator random) {
    return new RetryPolicy(new Backoff(first, LONGEST, 0.5, 1, random), retries);
  }

  /** Whether work that crashed its worker this often must not be tried again. */
  public boolean isPoisoned(int crashes) {
    return crashes > CRASHES_ALLOWED;
  }

  /**
   * Says why it is not tried again.
   *
   * @param name of what crashed, as the beginning of a sentence
   */
  public static Problem poisoned(String name, int crashes) {
    return Problem.of(
        ProblemKind.PROCESSING_CRASHED,
        "%s crashed %d times without an error message. The lecture may need more memory than a worker has."
            .formatted(name, crashes));
  }

  /** Whether no attempt follows this many failures. */
  public boolean isExhausted(int failures) {
    return failures > retries;
  }

  /** The pause after this many failures, never shorter than the other side asked for. */
  public Duration pause(int failures, Optional<Duration> notBefore) {
    Duration pause = backoff.pause(Math.max(1, failures));
    return notBefore.filter(asked -> asked.compareTo(pause) > 0).orElse(pause);
  }
}
