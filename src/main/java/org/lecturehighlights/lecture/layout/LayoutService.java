package org.lecturehighlights.lecture.layout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Stores and finds the layout analyses of jobs, at most one per job. */
@ApplicationScoped
public class LayoutService {

  /** Replaces the stored analysis of a job, if any. */
  @Transactional
  public void replace(String jobId, LayoutAnalysis layout) {
    LayoutRow.delete("jobId", jobId);
    LayoutRow.of(jobId, layout).persist();
  }

  /** The analysis with its id; empty for a job whose picture was not analysed. */
  @Transactional
  public Optional<StoredLayout> find(String jobId) {
    return LayoutRow.<LayoutRow>find("jobId", jobId).firstResultOptional().map(LayoutRow::stored);
  }
}
