package org.lecturehighlights.platform.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Outcomes for scripted stages. */
public final class Outcomes {
  private Outcomes() {}

  public static Outcome done() {
    return done("");
  }

  public static Outcome done(String word) {
    return new Outcome.Done(JsonNodeFactory.instance.objectNode().put("word", word), () -> {});
  }

  public static Outcome retry() {
    return new Outcome.Retry(Problem.of(ProblemKind.SPEECH_UNAVAILABLE, "busy"), Optional.empty());
  }

  public static Outcome failed() {
    return new Outcome.Failed(Problem.of(ProblemKind.NOT_A_VIDEO, "no video"));
  }
}
