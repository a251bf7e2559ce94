package org.lecturehighlights.service.clip;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Map;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.lecture.highlight.CutJson;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.lecture.timeline.Span;

/** The columns of a cut, the same in all tables that hold cuts. */
@Embeddable
class CutColumns {
  @Column(name = "content_segment_id", length = 100)
  @Nullable String contentSegmentId;

  @Column(nullable = false, length = 500)
  String title;

  @Column(length = 500)
  @Nullable String topic;

  @Column(name = "importance_score")
  @Nullable Double importanceScore;

  @Column(name = "start_time", nullable = false)
  double startTime;

  @Column(name = "end_time", nullable = false)
  double endTime;

  /** The playing time; shorter than the span if pauses were shortened. */
  @Column(nullable = false)
  double duration;

  /** See {@link CutJson}. */
  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "extra_metadata")
  @Nullable Map<String, Object> extraMetadata;

  static CutColumns of(Cut cut) {
    CutColumns columns = new CutColumns();
    columns.write(cut);
    return columns;
  }

  void write(Cut cut) {
    contentSegmentId = cut.segmentId();
    title = cut.title();
    topic = cut.topic();
    importanceScore = cut.score();
    writeBounds(cut);
  }

  /**
   * Writes only what a plain recut changes; title and score stay, as they may have changed
   * meanwhile.
   */
  void writeBounds(Cut cut) {
    startTime = cut.span().startSeconds();
    endTime = cut.span().endSeconds();
    duration = Seconds.of(cut.length());
    extraMetadata = CutJson.metadata(cut);
  }

  Cut read() {
    Span span = Span.ofSeconds(startTime, endTime);
    return CutJson.read(
        Cut.of(span, title, topic, contentSegmentId, importanceScore),
        span,
        Objects.requireNonNullElse(extraMetadata, Map.of()));
  }
}
