package org.lecturehighlights.lecture.transcript;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Keeps and finds the transcripts of jobs. */
@ApplicationScoped
public class TranscriptService {

  /**
   * Puts the transcript in the place of the one that is kept for the job, if any.
   *
   * @param transcript its segments are each longer than nothing
   */
  @Transactional
  public void replace(String jobId, Transcript transcript) {
    TranscriptRow.delete("jobId", jobId);
    List<TranscriptSegment> segments = transcript.segments();
    for (int i = 0; i < segments.size(); i++) {
      String next = i + 1 < segments.size() ? segments.get(i + 1).text() : "";
      TranscriptRow.of(jobId, transcript.source(), segments.get(i), next).persist();
    }
  }

  /** The segments with their names, by start. */
  @Transactional
  public List<StoredSegment> find(String jobId) {
    return rows(jobId).stream().map(TranscriptRow::stored).toList();
  }

  /** The transcript as it was handed over; {@link Transcript#NONE} where nothing was said. */
  @Transactional
  public Transcript transcript(String jobId) {
    List<TranscriptRow> rows = rows(jobId);
    if (rows.isEmpty()) {
      return Transcript.NONE;
    }
    return new Transcript(
        rows.getFirst().source(), rows.stream().map(row -> row.stored().segment()).toList());
  }

  private static List<TranscriptRow> rows(String jobId) {
    return TranscriptRow.list("jobId = ?1 order by startTime, id", jobId);
  }
}
