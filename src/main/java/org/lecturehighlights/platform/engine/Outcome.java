package org.lecturehighlights.platform.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.lecturehighlights.platform.problem.Problem;

/** How a step ended. */
public sealed interface Outcome {

  /**
   * The step is done.
   *
   * @param manifest what later stages need to know of it
   * @param rows writes the step's rows; called once, in the transaction that marks the stage done,
   *     and only if the step was not fenced out
   */
  record Done(JsonNode manifest, Runnable rows) implements Outcome {}

  /**
   * The step could not be done now.
   *
   * @param notBefore what the other side asked for (Retry-After); else the engine backs off
   */
  record Retry(Problem problem, Optional<Duration> notBefore) implements Outcome {}

  /** The step can never be done on this input. */
  record Failed(Problem problem) implements Outcome {}

  /** The step noticed that its work was cancelled. */
  record Cancelled() implements Outcome {}
}
