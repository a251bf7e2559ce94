package org.lecturehighlights.platform.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.lecturehighlights.platform.problem.Problem;

/** A row of {@code task}. */
@Entity
@Table(name = "errand")
@NullUnmarked
class TaskRow extends PanacheEntityBase {
  @Id
  @Column(nullable = false, length = 100)
  String subject;

  @Column(name = "job_id", nullable = false, length = 100)
  String jobId;

  @Column(nullable = false, length = 50)
  String kind;

  /** Only the task of this revision may run. */
  @Column(nullable = false)
  int revision;

  /** The fence: only the attempt that this number names may commit. */
  @Column(nullable = false)
  int attempt;

  @Column(nullable = false)
  int failures;

  @Column(nullable = false)
  int crashes;

  @Column(nullable = false, length = 20)
  String status;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(nullable = false)
  JsonNode wanted;

  @Column(length = 200)
  String worker;

  @Column(name = "error_code", length = 60)
  String errorCode;

  @Column(name = "error_message", columnDefinition = "text")
  String errorMessage;

  @Column(name = "started_at")
  Instant startedAt;

  @Column(name = "ended_at")
  Instant endedAt;

  TaskState.Status status() {
    return TaskState.Status.valueOf(status.toUpperCase(Locale.ROOT));
  }

  void become(TaskState.Status next) {
    status = next.name().toLowerCase(Locale.ROOT);
  }

  void end(TaskState.Status how, Instant now) {
    become(how);
    endedAt = now;
    worker = null;
  }

  void note(Problem problem) {
    errorCode = problem.kind().name();
    errorMessage = problem.detail();
  }

  TaskState state() {
    return new TaskState(subject, status(), wanted, errorCode, errorMessage);
  }
}
