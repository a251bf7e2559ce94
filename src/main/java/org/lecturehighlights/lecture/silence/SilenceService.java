package org.lecturehighlights.lecture.silence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.lecturehighlights.lecture.timeline.Span;

/** Stores and finds the silence regions of jobs. */
@ApplicationScoped
public class SilenceService {

  /**
   * Replaces the stored regions of the same job and kind, so that a repeated stage does not
   * duplicate them.
   *
   * @param regions all of this kind, none of them empty
   */
  @Transactional
  public void replace(String jobId, SilenceRegion.Kind kind, List<SilenceRegion> regions) {
    if (regions.stream().anyMatch(region -> region.kind() != kind)) {
      throw new IllegalArgumentException("not all regions are of kind " + kind);
    }
    SilenceRow.delete("jobId = ?1 and silenceType = ?2", jobId, SilenceRow.codeOf(kind));
    SilenceRow.persist(regions.stream().map(region -> SilenceRow.of(jobId, region)));
  }

  /** The regions of all kinds, ordered by start. */
  @Transactional
  public List<StoredSilenceRegion> find(String jobId) {
    return SilenceRow.<SilenceRow>list("jobId = ?1 order by startTime, id", jobId).stream()
        .map(SilenceRow::stored)
        .toList();
  }

  /** The spans of one kind, ordered by start. */
  @Transactional
  public List<Span> spans(String jobId, SilenceRegion.Kind kind) {
    return find(jobId).stream()
        .map(StoredSilenceRegion::region)
        .filter(region -> region.kind() == kind)
        .map(SilenceRegion::span)
        .toList();
  }
}
