package org.lecturehighlights.lecture.silence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/** A row of {@code silence_regions}. */
@Entity
@Table(name = "silence_regions")
class SilenceRow extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Integer id;

  @Column(name = "region_id", nullable = false, length = 100)
  String regionId;

  @Column(name = "job_id", nullable = false, length = 100)
  String jobId;

  @Column(name = "start_time", nullable = false)
  double startTime;

  @Column(name = "end_time", nullable = false)
  double endTime;

  @Column(nullable = false)
  double duration;

  @Column(name = "silence_type", nullable = false, length = 20)
  String silenceType;

  @Column(name = "amplitude_threshold")
  @Nullable Double amplitudeThreshold;

  @CreationTimestamp
  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "extra_metadata")
  @Nullable Map<String, Object> extraMetadata;

  static SilenceRow of(String jobId, SilenceRegion region) {
    SilenceRow row = new SilenceRow();
    row.regionId = "sil_" + UUID.randomUUID();
    row.jobId = jobId;
    row.startTime = region.span().startSeconds();
    row.endTime = region.span().endSeconds();
    row.duration = region.span().lengthSeconds();
    row.silenceType = codeOf(region.kind());
    row.amplitudeThreshold = region.amplitudeThreshold();
    return row;
  }

  static String codeOf(SilenceRegion.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  StoredSilenceRegion stored() {
    return new StoredSilenceRegion(
        regionId,
        new SilenceRegion(
            Span.ofSeconds(startTime, endTime),
            SilenceRegion.Kind.valueOf(silenceType.toUpperCase(Locale.ROOT)),
            amplitudeThreshold),
        createdAt);
  }
}
