package org.lecturehighlights.platform.engine.state;

import java.time.Duration;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.platform.engine.AttemptObserver;
import org.lecturehighlights.platform.engine.Outcome;

/** The right to make one attempt: what is attempted, and the state that records how it goes. */
public interface ClaimedAttempt {
  /** For the log and for problems, as the beginning of a sentence. */
  String name();

  AttemptObserver.Attempt attempt();

  /** How long it may take. */
  Duration deadline();

  /** Notes the fraction that is done, 0 to 1, and tells whether the attempt may go on. */
  boolean report(double fraction);

  Outcome run(DoubleConsumer progress) throws InterruptedException;

  /** Settles the end of the attempt with its rows and with what follows from it. */
  AttemptResult settle(Outcome outcome);

  /** Hands the work over to another worker, because this one stops. */
  void handOver();

  /** Removes what this attempt left behind and nobody will read. */
  void discard();

  /** Removes what this attempt replaced, after its outcome was kept. */
  void tidy(Outcome outcome);
}
