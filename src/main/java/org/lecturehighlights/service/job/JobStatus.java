package org.lecturehighlights.service.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The states of a job; {@link #code} is their name in the table and in the API. */
public enum JobStatus {
  PENDING,
  QUEUED,
  RUNNING,
  COMPLETED,
  FAILED,
  CANCELLED;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the job has ended; only a retry changes this state. */
  public boolean isFinal() {
    return this == COMPLETED || this == FAILED || this == CANCELLED;
  }

  static JobStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
