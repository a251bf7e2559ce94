package org.lecturehighlights.lecture.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Stores and finds the topics of jobs. */
@ApplicationScoped
public class ContentService {

  /**
   * Replaces the stored topics of a job.
   *
   * @param segments none of them empty, each with a different {@code order}
   */
  @Transactional
  public void replace(String jobId, List<ContentSegment> segments) {
    ContentRow.delete("jobId", jobId);
    ContentRow.persist(segments.stream().map(segment -> ContentRow.of(jobId, segment)));
  }

  /** The topics with their ids, ordered by start. */
  @Transactional
  public List<StoredContentSegment> find(String jobId) {
    return ContentRow.<ContentRow>list("jobId = ?1 order by startTime, id", jobId).stream()
        .map(ContentRow::stored)
        .toList();
  }

  /** The ids of the topics, by {@code order}. */
  @Transactional
  public Map<Integer, String> namesByOrder(String jobId) {
    return find(jobId).stream()
        .collect(
            Collectors.toMap(stored -> stored.segment().order(), StoredContentSegment::segmentId));
  }
}
