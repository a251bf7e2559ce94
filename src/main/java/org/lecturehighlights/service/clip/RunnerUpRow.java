package org.lecturehighlights.service.clip;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.lecturehighlights.lecture.timeline.Span;

/** A row of {@code runner_up}. */
@Entity
@Table(name = "runner_up")
@IdClass(RunnerUpId.class)
@NullUnmarked
class RunnerUpRow extends PanacheEntityBase {
  @Id
  @Column(name = "job_id", nullable = false, length = 100)
  String jobId;

  @Id
  @Column(nullable = false)
  Integer number;

  @Column(nullable = false, length = 500)
  String title;

  @Column(length = 500)
  String topic;

  @Column(name = "content_segment_id", length = 100)
  String contentSegmentId;

  @Column(name = "importance_score")
  Double importanceScore;

  @Column(name = "start_time", nullable = false)
  double startTime;

  @Column(name = "end_time", nullable = false)
  double endTime;

  /** The played length. */
  @Column(nullable = false)
  double duration;

  @Column(nullable = false, length = 500)
  String reason;

  /** See {@link ClipJson}. */
  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "extra_metadata", nullable = false)
  Map<String, Object> extraMetadata;

  RunnerUpRow write(String job, RunnerUp runnerUp) {
    jobId = job;
    number = runnerUp.number();
    title = runnerUp.title();
    topic = runnerUp.topic();
    contentSegmentId = runnerUp.contentSegmentId();
    importanceScore = runnerUp.importance();
    startTime = runnerUp.span().startSeconds();
    endTime = runnerUp.span().endSeconds();
    duration = runnerUp.duration();
    reason = runnerUp.reason();
    extraMetadata = runnerUp.metadata();
    return this;
  }

  RunnerUp read() {
    Span span = Span.ofSeconds(startTime, endTime);
    return new RunnerUp(
        number,
        title,
        topic,
        contentSegmentId,
        importanceScore,
        span,
        duration,
        ClipJson.kept(extraMetadata, span),
        reason,
        extraMetadata);
  }
}
