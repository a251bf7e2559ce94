package org.lecturehighlights.service.job.history;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code processing_logs}. */
@Entity
@Table(name = "processing_logs")
class ProcessingLog extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Integer id;

  @Column(name = "log_id", nullable = false, length = 100)
  String logId;

  @Column(name = "job_id", nullable = false, length = 100)
  String jobId;

  @Column(nullable = false, length = 50)
  String stage;

  /** The stage's code under its legacy name; kept for legacy rows. */
  @Column(name = "agent_name", length = 100)
  @Nullable String agentName;

  @Column(nullable = false, length = 20)
  String status;

  @Column(name = "duration_seconds")
  @Nullable Double durationSeconds;

  @Column(name = "error_message", columnDefinition = "text")
  @Nullable String errorMessage;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "extra_metadata")
  @Nullable Map<String, Object> extraMetadata;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  HistoryService.LogLine line() {
    return new HistoryService.LogLine(
        logId,
        stage,
        status,
        extraMetadata != null && extraMetadata.get("attempt") instanceof Number attempt
            ? attempt.intValue()
            : null,
        agentName,
        durationSeconds,
        errorMessage,
        createdAt);
  }
}
