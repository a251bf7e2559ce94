package org.lecturehighlights.platform.engine.run;

import java.util.function.DoubleConsumer;
import org.lecturehighlights.platform.engine.AttemptObserver;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.state.AttemptResult;

/** The right to one attempt: at what, and the books that are told of it. */
interface ClaimedAttempt {
  /** For the log and for problems, as the beginning of a sentence. */
  String name();

  AttemptObserver.Attempt attempt();

  /** Notes the done fraction, 0 to 1, and tells whether the attempt may go on. */
  boolean tick(double fraction);

  Outcome run(DoubleConsumer progress) throws InterruptedException;

  AttemptResult settle(Outcome outcome);

  /** Gives it back, because the worker stops. */
  void handOver();

  /** Removes what this attempt left behind and nobody will read. */
  void discard();

  /** Follows a settlement that kept the outcome. */
  void kept(Outcome outcome);
}
