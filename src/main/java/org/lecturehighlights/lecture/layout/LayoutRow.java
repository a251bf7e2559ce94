package org.lecturehighlights.lecture.layout;

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
import org.lecturehighlights.lecture.timeline.Seconds;

/** A row of {@code layout_analysis}. */
@Entity
@Table(name = "layout_analysis")
class LayoutRow extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Integer id;

  @Column(name = "layout_id", nullable = false, length = 100)
  String layoutId;

  @Column(name = "job_id", nullable = false, length = 100)
  String jobId;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "screen_region", nullable = false)
  Map<String, Object> screenRegion;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "camera_region", nullable = false)
  Map<String, Object> cameraRegion;

  @Column(name = "split_ratio", nullable = false)
  double splitRatio;

  @Column(name = "layout_type", nullable = false, length = 30)
  String layoutType;

  @Column(name = "confidence_score")
  @Nullable Double confidenceScore;

  @Column(name = "sample_frame_time")
  @Nullable Double sampleFrameTime;

  @CreationTimestamp
  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  /** The blank screens, under {@code blank_screens}. */
  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "extra_metadata")
  @Nullable Map<String, Object> extraMetadata;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(nullable = false)
  List<Map<String, Object>> timeline = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "screen_changes", nullable = false)
  List<Map<String, Object>> screenChanges = List.of();

  @Column(nullable = false)
  boolean frozen;

  static LayoutRow of(String jobId, LayoutAnalysis layout) {
    LayoutRow row = new LayoutRow();
    row.layoutId = "lay_" + UUID.randomUUID();
    row.jobId = jobId;
    row.screenRegion = LayoutJson.of(layout.screen());
    row.cameraRegion = LayoutJson.of(layout.camera());
    row.splitRatio = layout.splitRatio();
    row.layoutType = LayoutJson.codeOf(layout.type());
    row.confidenceScore = layout.confidence();
    row.sampleFrameTime = Seconds.of(layout.sampleFrame());
    row.extraMetadata =
        Map.of("blank_screens", layout.blankScreens().stream().map(LayoutJson::of).toList());
    row.timeline = layout.timeline().stream().map(LayoutJson::of).toList();
    row.screenChanges = layout.changes().stream().map(LayoutJson::of).toList();
    row.frozen = layout.frozen();
    return row;
  }

  /**
   * Legacy rows may lack two values; they are read as a fallback's confidence and the first frame.
   */
  StoredLayout stored() {
    return new StoredLayout(
        layoutId,
        new LayoutAnalysis(
            LayoutJson.region(screenRegion),
            LayoutJson.region(cameraRegion),
            splitRatio,
            LayoutJson.layoutType(layoutType),
            confidenceScore == null ? 0 : confidenceScore,
            Seconds.toDuration(sampleFrameTime == null ? 0 : sampleFrameTime),
            timeline.stream().map(LayoutJson::layoutSpan).toList(),
            screenChanges.stream().map(LayoutJson::screenChange).toList(),
            LayoutJson.objects(extraMetadata, "blank_screens").stream()
                .map(LayoutJson::span)
                .toList(),
            frozen),
        createdAt);
  }
}
