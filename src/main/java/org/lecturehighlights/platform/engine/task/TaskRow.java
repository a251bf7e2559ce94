package org.lecturehighlights.platform.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.lecturehighlights.platform.engine.state.AttemptRow;

/** A row of {@code errand}; the table of tasks has had this name from the beginning. */
@Entity
@Table(name = "errand")
class TaskRow extends AttemptRow {
  @Id
  @Column(nullable = false, length = 100)
  String subject;

  @Column(name = "job_id", nullable = false, length = 100)
  String jobId;

  @Column(nullable = false, length = 50)
  String kind;

  /** Only the delivery of this revision may run. */
  @Column(nullable = false)
  int revision;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(nullable = false)
  JsonNode wanted;

  TaskState.Status status() {
    return TaskState.Status.valueOf(statusCode().toUpperCase(Locale.ROOT));
  }

  void become(TaskState.Status next) {
    become(code(next));
  }

  void end(TaskState.Status how, Instant now) {
    end(code(how), now);
  }

  boolean isCurrent(TaskAttempt task) {
    return revision == task.revision() && isRunning(task.attempt());
  }

  TaskState state() {
    return new TaskState(subject, status(), wanted, errorCode(), errorMessage());
  }

  private static String code(TaskState.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
