package org.lecturehighlights.platform.engine.run;

import org.jboss.logging.MDC;
import org.lecturehighlights.platform.engine.AttemptObserver;

/** The fields of every line that is logged during an attempt. No other class sets them. */
final class LogFields implements AutoCloseable {
  private static final String JOB = "job";
  private static final String STAGE = "stage";
  private static final String ATTEMPT = "attempt";

  private LogFields() {}

  static LogFields of(AttemptObserver.Attempt attempt) {
    MDC.put(JOB, attempt.jobId());
    MDC.put(STAGE, attempt.stage());
    MDC.put(ATTEMPT, attempt.number());
    return new LogFields();
  }

  @Override
  public void close() {
    MDC.remove(JOB);
    MDC.remove(STAGE);
    MDC.remove(ATTEMPT);
  }
}
