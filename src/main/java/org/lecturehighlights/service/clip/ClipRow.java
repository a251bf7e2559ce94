package org.lecturehighlights.service.clip;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.lecturehighlights.lecture.timeline.Seconds;

/** A row of {@code clips}. */
@Entity
@Table(name = "clips")
@NullUnmarked
class ClipRow extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Integer id;

  @Column(name = "clip_id", nullable = false, length = 100)
  String clipId;

  @Column(name = "job_id", nullable = false, length = 100)
  String jobId;

  @Column(name = "content_segment_id", length = 100)
  String contentSegmentId;

  @Column(nullable = false, length = 500)
  String title;

  @Column(length = 500)
  String topic;

  @Column(name = "importance_score")
  Double importanceScore;

  @Column(name = "start_time", nullable = false)
  double startTime;

  @Column(name = "end_time", nullable = false)
  double endTime;

  /** The played length; shorter than the span where pauses were shortened. */
  @Column(nullable = false)
  double duration;

  @Column(name = "s3_key", nullable = false, length = 500)
  String videoKey;

  @Column(name = "thumbnail_s3_key", length = 500)
  String thumbnailKey;

  @Column(name = "subtitle_s3_key", length = 500)
  String subtitleKey;

  @Column(name = "clip_order")
  Integer clipOrder;

  /** See {@link ClipJson}. */
  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "extra_metadata")
  Map<String, Object> extraMetadata;

  /** Rises with every change. */
  @Column(nullable = false)
  int revision = 1;

  @CreationTimestamp
  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  static ClipRow of(String jobId, NewClip clip, String contentSegmentId) {
    ClipRow row = new ClipRow();
    row.clipId = clip.clipId();
    row.jobId = jobId;
    row.contentSegmentId = contentSegmentId;
    row.title = clip.title();
    row.topic = clip.topic();
    row.importanceScore = clip.importance();
    row.startTime = clip.span().startSeconds();
    row.endTime = clip.span().endSeconds();
    row.duration = Seconds.of(clip.played());
    row.videoKey = clip.videoKey();
    row.thumbnailKey = clip.thumbnailKey();
    row.subtitleKey = clip.subtitleKey();
    row.clipOrder = clip.order();
    row.extraMetadata =
        ClipJson.metadata(clip.kept(), clip.scoreParts(), clip.proof(), clip.extra());
    return row;
  }
}
