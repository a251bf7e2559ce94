package org.lecturehighlights.platform.engine.state;

import java.util.function.DoubleConsumer;
import org.lecturehighlights.platform.engine.AttemptObserver;
import org.lecturehighlights.platform.engine.Outcome;

/** The right to one attempt: what is attempted, and the state that is told of it. */
public interface ClaimedAttempt {
  /** For the log and for problems, as the beginning of a sentence. */
  String name();

  AttemptObserver.Attempt attempt();

  /** Notes the done fraction, 0 to 1, and tells whether the attempt may go on. */
  boolean report(double fraction);

  Outcome run(DoubleConsumer progress) throws InterruptedException;

  /** Settles the end of the attempt with its rows and with what follows from it. */
  AttemptResult settle(Outcome outcome);

  /** Gives it back, because the worker stops. */
  void handOver();

  /** Removes what this attempt left behind and nobody will read. */
  void discard();

  /** Removes what this attempt replaced, after a settlement that kept its outcome. */
  void tidy(Outcome outcome);
}
