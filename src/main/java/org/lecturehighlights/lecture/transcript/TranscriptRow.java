package org.lecturehighlights.lecture.transcript;

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
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/** A row of {@code transcripts}. */
@Entity
@Table(name = "transcripts")
class TranscriptRow extends PanacheEntityBase {
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

  @Column(nullable = false, columnDefinition = "text")
  String text;

  /** How the next segment begins, for phrases that run across both; see the index for search. */
  @Column(length = 100)
  @Nullable String following;

  @Nullable Double confidence;

  @Column(name = "speaker_id", length = 50)
  @Nullable String speakerId;

  @CreationTimestamp
  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  /** The source of the words, under {@code source}; the predecessor had only one. */
  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "extra_metadata")
  @Nullable Map<String, Object> extraMetadata;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(nullable = false)
  List<Map<String, Object>> words = List.of();

  /**
   * @param next what is said after it; empty for the last one
   */
  static TranscriptRow of(
      String jobId, Transcript.Source source, TranscriptSegment segment, String next) {
    TranscriptRow row = new TranscriptRow();
    row.segmentId = "seg_" + UUID.randomUUID();
    row.jobId = jobId;
    row.startTime = segment.span().startSeconds();
    row.endTime = segment.span().endSeconds();
    row.text = segment.text();
    row.following = next.isEmpty() ? null : beginning(next);
    row.confidence = segment.confidence();
    row.speakerId = segment.speaker();
    row.extraMetadata = Map.of("source", source.name());
    row.words = segment.words().stream().map(TranscriptRow::json).toList();
    return row;
  }

  private static String beginning(String text) {
    int letters = text.codePointCount(0, text.length());
    return text.substring(0, text.offsetByCodePoints(0, Math.min(letters, 100)));
  }

  Transcript.Source source() {
    return extraMetadata != null && extraMetadata.get("source") instanceof String name
        ? Transcript.Source.valueOf(name)
        : Transcript.Source.SPEECH_ENDPOINT;
  }

  StoredSegment stored() {
    return new StoredSegment(
        segmentId,
        new TranscriptSegment(
            Span.ofSeconds(startTime, endTime),
            text,
            confidence,
            speakerId,
            words.stream().map(TranscriptRow::word).toList()),
        createdAt);
  }

  private static Map<String, Object> json(Word word) {
    return Map.of(
        "start_time", word.span().startSeconds(),
        "end_time", word.span().endSeconds(),
        "text", word.text());
  }

  private static Word word(Map<String, Object> json) {
    return new Word(
        Span.ofSeconds(seconds(json, "start_time"), seconds(json, "end_time")),
        (String) Objects.requireNonNull(json.get("text")));
  }

  private static double seconds(Map<String, Object> json, String member) {
    return ((Number) Objects.requireNonNull(json.get(member))).doubleValue();
  }
}
