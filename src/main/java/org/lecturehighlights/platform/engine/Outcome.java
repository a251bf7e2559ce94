package org.lecturehighlights.platform.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.lecturehighlights.platform.problem.Problem;

/** How an attempt at a stage or task ended. */
public sealed interface Outcome {

  /**
   * The work is done.
   *
   * @param manifest what later stages need to know about it
   * @param rows writes the rows; called once, in the transaction that marks the work done and holds
   *     the lock of its job, and only if no other attempt has taken its place. A task that must
   *     follow this work is submitted here: both commit, or neither
   */
  record Done(JsonNode manifest, Runnable rows) implements Outcome {}

  /**
   * The work could not be done now.
   *
   * @param notBefore when the other side asked to be called again (Retry-After); without it, the
   *     engine backs off
   */
  record Retry(Problem problem, Optional<Duration> notBefore) implements Outcome {}

  /** The work can never succeed on this input. */
  record Failed(Problem problem) implements Outcome {}

  /** The attempt noticed that its job was cancelled. */
  record Cancelled() implements Outcome {}
}
