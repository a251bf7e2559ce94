package org.lecturehighlights.platform.engine.run;

import org.jboss.logging.MDC;
import org.lecturehighlights.platform.engine.AttemptObserver;

/** What every line says that is logged while a stage is worked on; the only place that sets it. */
final class LogFields implements AutoCloseable {
  private static final String JOB = "job";
  private static final String STAGE = "stage";
  private static final String ATTEMPT = "attempt";

  private LogFields() {}

  /** Before the claim, when nobody knows which attempt it is. */
  static LogFields of(String jobId, String stage) {
    MDC.put(JOB, jobId);
    MDC.put(STAGE, stage);
    return new LogFields();
  }

  /** After the claim, and on other threads that see to it. */
  static LogFields of(AttemptObserver.Attempt attempt) {
    LogFields fields = of(attempt.jobId(), attempt.stage());
    MDC.put(ATTEMPT, attempt.number());
    return fields;
  }

  @Override
  public void close() {
    MDC.remove(JOB);
    MDC.remove(STAGE);
    MDC.remove(ATTEMPT);
  }
}
