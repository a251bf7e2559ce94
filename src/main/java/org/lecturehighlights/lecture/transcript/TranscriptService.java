package org.lecturehighlights.lecture.transcript;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Keeps and finds the transcripts of jobs. There may be hundreds of thousands of rows, so that
 * never all of them are entities at the same time.
 */
@ApplicationScoped
public class TranscriptService {
  private static final int ROWS_AT_ONCE = 1000;

  /**
   * Puts the transcript in the place of the one that is kept for the job, if any.
   *
   * @param transcript its segments are each longer than nothing
   */
  @Transactional
  public void replace(String jobId, Transcript transcript) {
    TranscriptRow.delete("jobId", jobId);
    List<TranscriptSegment> segments = transcript.segments();
    for (int from = 0; from < segments.size(); from += ROWS_AT_ONCE) {
      ArrayNode rows = JsonNodeFactory.instance.arrayNode();
      for (int i = from; i < Math.min(from + ROWS_AT_ONCE, segments.size()); i++) {
        String next = i + 1 < segments.size() ? segments.get(i + 1).text() : "";
        rows.add(TranscriptRow.json(segments.get(i), next));
      }
      TranscriptRow.insert(jobId, transcript.source(), rows);
    }
  }

  /** The segments with their names, by start; read page by page, when somebody asks for them. */
  @Transactional
  public StoredTranscript find(String jobId) {
    return new StoredTranscript(TranscriptRow.idsOf(jobId), this::page);
  }

  /** The transcript as it was handed over; {@link Transcript#NONE} where nothing was said. */
  @Transactional
  public Transcript transcript(String jobId) {
    StoredTranscript stored = find(jobId);
    return stored.isEmpty()
        ? Transcript.NONE
        : new Transcript(
            TranscriptRow.sourceOf(jobId), stored.stream().map(StoredSegment::segment).toList());
  }

  @Transactional
  List<StoredSegment> page(List<Integer> ids) {
    return TranscriptRow.read(ids).stream().map(TranscriptRow::stored).toList();
  }
}
