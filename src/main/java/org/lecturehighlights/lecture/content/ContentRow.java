package org.lecturehighlights.lecture.content;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/** A row of {@code content_segments}. */
@Entity
@Table(name = "content_segments")
class ContentRow extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Integer id;

  @Column(name = "segment_id", nullable = false, length = 100)
  String segmentId;

  @Column(name = "job_id", nullable = false, length = 100)
  String jobId;

  @Column(name = "start_time", nullable = false)
  double startTime;

  @Column(name = "end_time", nullable = false)
  double endTime;

  @Column(nullable = false)
  double duration;

  @Column(nullable = false, length = 500)
  String topic;

  @Column(columnDefinition = "text")
  @Nullable String description;

  @Column(name = "importance_score", nullable = false)
  double importanceScore;

  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable List<String> keywords;

  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable List<String> concepts;

  @Column(name = "segment_order", nullable = false)
  int segmentOrder;

  @CreationTimestamp
  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "extra_metadata")
  @Nullable Map<String, Object> extraMetadata;

  static ContentRow of(String jobId, ContentSegment segment) {
    ContentRow row = new ContentRow();
    row.segmentId = "seg_" + UUID.randomUUID();
    row.jobId = jobId;
    row.startTime = segment.span().startSeconds();
    row.endTime = segment.span().endSeconds();
    row.duration = segment.span().lengthSeconds();
    row.topic = segment.topic();
    row.description = segment.description();
    row.importanceScore = segment.importance();
    row.keywords = segment.keywords();
    row.concepts = segment.concepts();
    row.segmentOrder = segment.order();
    return row;
  }

  StoredContentSegment stored() {
    return new StoredContentSegment(
        segmentId,
        new ContentSegment(
            Span.ofSeconds(startTime, endTime),
            topic,
            description,
            importanceScore,
            keywords == null ? List.of() : keywords,
            concepts == null ? List.of() : concepts,
            segmentOrder),
        createdAt);
  }
}
