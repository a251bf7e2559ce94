package org.lecturehighlights.platform.engine.run;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Turns every way in which an attempt can end into a value. */
final class OutcomeOf {
  private static final Logger LOG = Logger.getLogger(OutcomeOf.class);

  private OutcomeOf() {}

  /** What is done in an attempt. */
  interface Attempt {
    Outcome run() throws InterruptedException;
  }

  /**
   * @param name what is attempted, as the beginning of a sentence
   */
  static Outcome of(String name, AttemptMonitor.Watch watch, Attempt attempt) {
    try {
      return attempt.run();
    } catch (InterruptedException stop) {
      return new Outcome.Cancelled();
    } catch (Problem problem) {
      LOG.warnf("%s failed: %s %s", name, problem.kind(), problem.detail());
      return problem.kind().mayPass()
          ? new Outcome.Retry(problem, Optional.empty())
          : new Outcome.Failed(problem);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
      LOG.errorf(defect, "%s failed because of a defect in the service; it is tried again", name);
      return new Outcome.Retry(
          Problem.of(
              ProblemKind.INTERNAL_SERVER_ERROR,
              name + " failed because of an error in the service. Its log tells why.",
              defect),
          Optional.empty());
    } finally {
      // An interrupt that arrives too late must not hit the transaction that follows.
      watch.stopInterrupts();
    }
  }
}
