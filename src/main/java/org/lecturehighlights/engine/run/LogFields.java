package org.lecturehighlights.engine.run;

import org.jboss.logging.MDC;
import org.lecturehighlights.engine.ledger.Claim;

/** What every line says that is logged while a stage is worked on; the only place that sets it. */
final class LogFields implements AutoCloseable {
  private static final String JOB = "job";
  private static final String STAGE = "stage";
  private static final String ATTEMPT = "attempt";

  private LogFields() {}

  /** Before the claim, when nobody knows which attempt it is. */
  static LogFields of(String workId, String stage) {
    MDC.put(JOB, workId);
    MDC.put(STAGE, stage);
    return new LogFields();
  }

  /** On a thread that has none yet. */
  static LogFields of(Claim claim) {
    LogFields fields = of(claim.workId(), claim.stage());
    fields.attempt(claim.attempt());
    return fields;
  }

  void attempt(int number) {
    MDC.put(ATTEMPT, number);
  }

  @Override
  public void close() {
    MDC.remove(JOB);
    MDC.remove(STAGE);
    MDC.remove(ATTEMPT);
  }
}
