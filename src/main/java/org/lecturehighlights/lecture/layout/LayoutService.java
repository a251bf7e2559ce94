package org.lecturehighlights.lecture.layout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Keeps and finds the layout analyses of jobs, at most one for each. */
@ApplicationScoped
public class LayoutService {

  /** Puts the analysis in the place of the one that is kept for the job, if any. */
  @Transactional
  public void replace(String jobId, LayoutAnalysis layout) {
    LayoutRow.delete("jobId", jobId);
    LayoutRow.of(jobId, layout).persist();
  }

  /** The analysis with its name; empty for a job whose picture was not analysed. */
  @Transactional
  public Optional<StoredLayout> find(String jobId) {
    return LayoutRow.<LayoutRow>find("jobId", jobId).firstResultOptional().map(LayoutRow::stored);
  }
}
