package org.lecturehighlights.service.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can be told. */
public enum WebhookEvent {
  COMPLETED,
  FAILED,
  CANCELLED;

  /** For instance {@code job.completed}. */
  @JsonValue
  public String code() {
    return "job." + name().toLowerCase(Locale.ROOT);
  }

  /** The inverse of {@link #code}. */
  static WebhookEvent ofCode(String code) {
    return ofStatus(code.substring(code.indexOf('.') + 1));
  }

  /** The event of a job's last status. */
  static WebhookEvent ofStatus(String status) {
    return valueOf(status.toUpperCase(Locale.ROOT));
  }
}
