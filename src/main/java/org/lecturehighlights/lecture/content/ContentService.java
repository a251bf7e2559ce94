package org.lecturehighlights.lecture.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps and finds the topics of jobs. */
@ApplicationScoped
public class ContentService {

  /**
   * Puts the topics in the place of those that are kept for the job.
   *
   * @param segments each longer than nothing, with an order of its own
   */
  @Transactional
  public void replace(String jobId, List<ContentSegment> segments) {
    ContentRow.delete("jobId", jobId);
    ContentRow.persist(segments.stream().map(segment -> ContentRow.of(jobId, segment)));
  }

  /** The topics with their names, by start. */
  @Transactional
  public List<StoredContentSegment> find(String jobId) {
    return ContentRow.<ContentRow>list("jobId = ?1 order by startTime, id", jobId).stream()
        .map(ContentRow::stored)
        .toList();
  }

  /** The names of the topics, by {@code order}. */
  @Transactional
  public Map<Integer, String> namesByOrder(String jobId) {
    return find(jobId).stream()
        .collect(
            Collectors.toMap(stored -> stored.segment().order(), StoredContentSegment::segmentId));
  }
}
