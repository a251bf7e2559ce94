package org.lecturehighlights.lecture.transcript;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.stream.Stream;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.jpa.HibernateHints;
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

  /** The rows of a job by start, as their ids. */
  static int[] idsOf(String jobId) {
    try (Stream<Integer> ids =
        getEntityManager()
            .createQuery(
                "select id from TranscriptRow where jobId = ?1 order by startTime, id",
                Integer.class)
            .setParameter(1, jobId)
            .getResultStream()) {
      return ids.mapToInt(Integer::intValue).toArray();
    }
  }

  /** These rows by start; nobody watches them for changes, which would need twice the memory. */
  static List<TranscriptRow> read(List<Integer> ids) {
    List<TranscriptRow> rows =
        TranscriptRow.<TranscriptRow>find("id in ?1 order by startTime, id", ids)
            .withHint(HibernateHints.HINT_READ_ONLY, true)
            .list();
    rows.forEach(getEntityManager()::detach);
    return rows;
  }

  /** Where the words of a job come from, which has some. */
  static Transcript.Source sourceOf(String jobId) {
    TranscriptRow first = TranscriptRow.<TranscriptRow>find("jobId", jobId).firstResult();
    return first.source();
  }

  /**
   * Writes new rows of a job at once.
   *
   * @param rows as {@link #json} made them
   */
  static void insert(String jobId, Transcript.Source source, ArrayNode rows) {
    getEntityManager()
        .createNativeQuery(
            """
            insert into transcripts (segment_id, job_id, start_time, end_time, text, following,
              confidence, speaker_id, created_at, extra_metadata, words)
            select segment_id, :job, start_time, end_time, text, following,
              confidence, speaker_id, now(), jsonb_build_object('source', cast(:source as text)),
              words
            from json_to_recordset(cast(:rows as json)) as said (segment_id text,
              start_time double precision, end_time double precision, text text, following text,
              confidence double precision, speaker_id text, words jsonb)
            """)
        .setParameter("job", jobId)
        .setParameter("source", source.name())
        .setParameter("rows", rows.toString())
        .executeUpdate();
  }

  /**
   * A new row.
   *
   * @param next what is said after it; empty for the last one
   */
  static ObjectNode json(TranscriptSegment segment, String next) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("segment_id", "seg_" + UUID.randomUUID());
    row.put("start_time", segment.span().startSeconds());
    row.put("end_time", segment.span().endSeconds());
    row.put("text", segment.text());
    row.put("following", next.isEmpty() ? null : beginning(next));
    row.put("confidence", segment.confidence());
    row.put("speaker_id", segment.speaker());
    ArrayNode words = row.putArray("words");
    for (Word word : segment.words()) {
      words
          .addObject()
          .put("start_time", word.span().startSeconds())
          .put("end_time", word.span().endSeconds())
          .put("text", word.text());
    }
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

  private static Word word(Map<String, Object> json) {
    return new Word(
        Span.ofSeconds(seconds(json, "start_time"), seconds(json, "end_time")),
        (String) Objects.requireNonNull(json.get("text")));
  }

  private static double seconds(Map<String, Object> json, String member) {
    return ((Number) Objects.requireNonNull(json.get(member))).doubleValue();
  }
}
