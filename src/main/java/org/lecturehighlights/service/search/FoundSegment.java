package org.lecturehighlights.service.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.runtime.PlainJson;

/**
 * A row of the search.
 *
 * @param id the id of the segment's row
 * @param jobRow the id of the job's row
 * @param words the JSON of the column {@code words}
 */
record FoundSegment(
    int id,
    int jobRow,
    double score,
    String jobId,
    String filename,
    String segmentId,
    double startTime,
    double endTime,
    String text,
    String words,
    @Nullable String clipId) {
  /**
   * At most this many hits are ranked; otherwise a search for two letters would take half a minute
   * in a million segments (measured).
   */
  private static final int MAX_RANKED = 10_000;

  /** In scripts without spaces each character counts as a word. */
  private static final String SPACED =
      """
      regexp_replace(%s,
         '([\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff])', ' \\1 ', 'g')\
      """;

  /**
   * The expression of the index {@code ix_transcripts_search}; both must be the same for PostgreSQL
   * to use it.
   */
  static final String INDEXED =
      """
      (setweight(to_tsvector(cast('simple' as regconfig), %s), 'A')
       || setweight(to_tsvector(cast('simple' as regconfig), %s), 'B'))
      """
          .formatted(
              SPACED.formatted("left(text, 20000)"), SPACED.formatted("coalesce(following, '')"));

  /**
   * The SQL of the query that returns these rows.
   *
   * @param conditions further conditions on {@code transcripts t} and {@code jobs j}, each preceded
   *     by {@code and}
   */
  static String sql(String conditions) {
    // The two ranks are added so that an exact match scores higher than a match of a prefix.
    return """
    select t.id, p.job_row, p.score, t.job_id, p.filename, t.segment_id, t.start_time, t.end_time,
           t.text, cast(t.words as text) as words,
           (select c.clip_id from clips c
             where c.job_id = t.job_id
               and (t.start_time + t.end_time) / 2 between c.start_time and c.end_time
             order by c.clip_order nulls last, c.id limit 1) as clip_id
      from (select f.* from (
              select t.id, t.job_row, t.filename,
                     cast(ts_rank(v.words, cast(:wide as tsquery))
                          + ts_rank(v.words, cast(:exact as tsquery)) as double precision) as score
                from (select t.id, t.text, t.following, j.id as job_row, j.filename
                        from transcripts t
                        join jobs j on j.job_id = t.job_id
                       where %1$s @@ cast(:wide as tsquery)
                         and querytree(cast(:wide as tsquery)) not in ('', 'T')
                         and j.status = 'completed'%2$s
                       limit %3$d) t
                cross join lateral (select %1$s as words offset 0) v) f
             where (-f.score, -f.job_row, f.id) > (:score, :job_row, :segment)
             order by -f.score, -f.job_row, f.id
             limit :most) p
      join transcripts t on t.id = p.id
     order by -p.score, -p.job_row, p.id
    """
        .formatted(INDEXED, conditions, MAX_RANKED);
  }

  static FoundSegment of(NamedRow row) {
    return new FoundSegment(
        row.get("id", Integer.class),
        row.get("job_row", Integer.class),
        row.get("score", Double.class),
        row.get("job_id", String.class),
        row.get("filename", String.class),
        row.get("segment_id", String.class),
        row.get("start_time", Double.class),
        row.get("end_time", Double.class),
        row.get("text", String.class),
        row.get("words", String.class),
        row.find("clip_id", String.class));
  }

  SearchCursor cursor() {
    return new SearchCursor(score, jobRow, id);
  }

  Hit hit(Marks marks) {
    return new Hit(
        jobId,
        filename,
        segmentId,
        startTime,
        endTime,
        firstMatch(marks).orElse(startTime),
        text,
        marks.in(text),
        clipId,
        score);
  }

  /** When the first matching word is spoken, if the transcript has word times. */
  private Optional<Double> firstMatch(Marks marks) {
    for (JsonNode word : PlainJson.parse(words)) {
      if (marks.areIn(word.path("text").asText())) {
        return Optional.of(word.path("start_time").asDouble());
      }
    }
    return Optional.empty();
  }
}
