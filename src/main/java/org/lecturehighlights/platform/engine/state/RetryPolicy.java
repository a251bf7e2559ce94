package org.lecturehighlights.platform.engine.state;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * When a stage that asks for another try gets it: exponential back-off with full jitter.
 *
 * @param first the longest first pause
 * @param retries how many tries follow the first one
 */
public record RetryPolicy(Duration first, int retries, RandomGenerator random) {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** So many attempts may end without a word. */
  private static final int CRASHES_ALLOWED = 3;

  /** Whether whoever ended so often without a word is not to be tried again. */
  public boolean isPoisoned(int crashes) {
    return crashes > CRASHES_ALLOWED;
  }

  /**
   * Why it is not tried again.
   *
   * @param name of what crashed, as the beginning of a sentence
   */
  public static Problem poisoned(String name, int crashes) {
    return Problem.of(
        ProblemKind.PROCESSING_CRASHED,
        "%s ended without a word %d times; the lecture may need more memory than a worker has."
            .formatted(name, crashes));
  }

  /** Whether so many failures were the last. */
  public boolean isExhausted(int failures) {
    return failures > retries;
  }

  /** The pause after so many failures, never shorter than what the other side asked for. */
  public Duration pause(int failures, Optional<Duration> notBefore) {
    long ceiling =
        Math.min(LONGEST.toMillis(), first.toMillis() << Math.min(20, Math.max(0, failures - 1)));
    Duration pause = Duration.ofMillis(random.nextLong(ceiling / 2, ceiling + 1));
    return notBefore.filter(asked -> asked.compareTo(pause) > 0).orElse(pause);
  }
}
