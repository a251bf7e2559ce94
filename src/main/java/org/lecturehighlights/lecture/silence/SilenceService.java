package org.lecturehighlights.lecture.silence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.lecturehighlights.lecture.timeline.Span;

/** Keeps and finds the silence regions of jobs. */
@ApplicationScoped
public class SilenceService {

  /**
   * Puts the regions in the place of those of the same job and kind that are kept, so that a
   * repeated stage never doubles them.
   *
   * @param regions all of this kind, each longer than nothing
   */
  @Transactional
  public void replace(String jobId, SilenceRegion.Kind kind, List<SilenceRegion> regions) {
    if (regions.stream().anyMatch(region -> region.kind() != kind)) {
      throw new IllegalArgumentException("not all regions are of kind " + kind);
    }
    SilenceRow.delete("jobId = ?1 and silenceType = ?2", jobId, SilenceRow.codeOf(kind));
    SilenceRow.persist(regions.stream().map(region -> SilenceRow.of(jobId, region)));
  }

  /** The regions of every kind, by start. */
  @Transactional
  public List<StoredSilenceRegion> find(String jobId) {
    return SilenceRow.<SilenceRow>list("jobId = ?1 order by startTime, id", jobId).stream()
        .map(SilenceRow::stored)
        .toList();
  }

  /** The spans of one kind, by start. */
  @Transactional
  public List<Span> spans(String jobId, SilenceRegion.Kind kind) {
    return find(jobId).stream()
        .map(StoredSilenceRegion::region)
        .filter(region -> region.kind() == kind)
        .map(SilenceRegion::span)
        .toList();
  }
}
