package org.lecturehighlights.service.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The events that a webhook can receive. */
public enum WebhookEvent {
  COMPLETED,
  FAILED,
  CANCELLED;

  /** The name in messages, such as {@code job.completed}. */
  @JsonValue
  public String code() {
    return "job." + name().toLowerCase(Locale.ROOT);
  }

  /** The inverse of {@link #code}. */
  static WebhookEvent ofCode(String code) {
    return ofStatus(code.substring(code.indexOf('.') + 1));
  }

  /** The event for a job's final status. */
  static WebhookEvent ofStatus(String status) {
    return valueOf(status.toUpperCase(Locale.ROOT));
  }
}
