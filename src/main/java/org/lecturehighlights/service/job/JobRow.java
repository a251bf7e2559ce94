package org.lecturehighlights.service.job;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.security.Caller;

/** A row of {@code jobs}. */
@Entity
@SqlResultSetMapping(name = JobRow.ROW, entities = @EntityResult(entityClass = JobRow.class))
@Table(name = "jobs")
class JobRow extends PanacheEntityBase {
  /** The result mapping for native SQL that selects all columns. */
  static final String ROW = "Job";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Integer id;

  @Column(name = "job_id", nullable = false, length = 100)
  String jobId;

  @Column(nullable = false, length = 255)
  String filename;

  @Column(name = "file_size", nullable = false)
  long fileSize;

  @Column(name = "content_type", nullable = false, length = 100)
  String contentType;

  @Column(name = "original_s3_key", nullable = false, length = 500)
  String lectureKey;

  @Column(name = "video_duration")
  @Nullable Double videoDuration;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "video_metadata")
  @Nullable Map<String, Object> videoMetadata;

  @Column(nullable = false, length = 20)
  String status;

  @Column(name = "error_message", columnDefinition = "text")
  @Nullable String errorMessage;

  /** Only in legacy rows; kept for them. */
  @Column(name = "celery_task_id", length = 100)
  @Nullable String celeryTaskId;

  @Column(name = "current_stage", length = 50)
  @Nullable String currentStage;

  @Column(name = "progress_percent")
  @Nullable Double progressPercent;

  @Column(name = "progress_message", length = 500)
  @Nullable String progressMessage;

  @Column(name = "eta_seconds")
  @Nullable Integer etaSeconds;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "extra_metadata")
  @Nullable Map<String, Object> extraMetadata;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  @Column(name = "updated_at", nullable = false)
  Instant updatedAt;

  @Column(name = "completed_at")
  @Nullable Instant completedAt;

  @Column(length = 255)
  @Nullable String owner;

  @Column(name = "error_code", length = 60)
  @Nullable String errorCode;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(nullable = false)
  List<Map<String, String>> warnings = List.of();

  @Column(name = "captions_key", length = 500)
  @Nullable String captionsKey;

  @Column(name = "cancel_requested", nullable = false)
  boolean cancelRequested;

  JobStatus status() {
    return JobStatus.ofCode(status);
  }

  /** Whether the caller may see it. */
  boolean isOf(Caller caller) {
    return caller.seesAll() || (owner != null && owner.equals(caller.owner()));
  }

  /** A job that the caller may see; {@code JOB_NOT_FOUND} for somebody else's, too. */
  static JobRow of(Caller caller, String jobId) {
    return JobRow.<JobRow>find("jobId", jobId)
        .firstResultOptional()
        .filter(job -> job.isOf(caller))
        .orElseThrow(() -> notFound(jobId));
  }

  static Problem notFound(String jobId) {
    return Problem.of(ProblemKind.JOB_NOT_FOUND, "There is no job " + jobId + ".");
  }
}
