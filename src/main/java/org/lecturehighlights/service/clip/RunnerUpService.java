package org.lecturehighlights.service.clip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lecturehighlights.lecture.content.ContentService;
import org.lecturehighlights.lecture.highlight.Cut;

/** Stores and finds the runners-up of jobs. */
@ApplicationScoped
public class RunnerUpService {
  private final ContentService content;

  RunnerUpService(ContentService content) {
    this.content = content;
  }

  /** Replaces the stored runners-up of a job. */
  @Transactional
  public void replace(String jobId, List<RunnerUp> runnersUp) {
    RunnerUpRow.delete("jobId", jobId);
    Map<Integer, String> segments = content.namesByOrder(jobId);
    RunnerUpRow.persist(
        runnersUp.stream()
            .map(one -> {
              Cut cut = one.cut().inSegment(segments.get(one.cut().segment()));
              return new RunnerUpRow().write(jobId, new RunnerUp(one.number(), cut, one.reason()));
            }));
  }

  /** The runners-up of a job, ordered by number. */
  @Transactional
  public List<RunnerUp> find(String jobId) {
    return RunnerUpRow.<RunnerUpRow>list("jobId = ?1 order by number", jobId).stream()
        .map(RunnerUpRow::read)
        .toList();
  }

  @Transactional
  public Optional<RunnerUp> find(String jobId, int number) {
    return row(jobId, number).map(RunnerUpRow::read);
  }

  /** Overwrites the runner-up with the same number, if it still exists. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void put(String jobId, RunnerUp runnerUp) {
    row(jobId, runnerUp.number()).ifPresent(row -> row.write(jobId, runnerUp));
  }

  /** Removes a runner-up that has become a clip. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void remove(String jobId, int number) {
    RunnerUpRow.delete("jobId = ?1 and number = ?2", jobId, number);
  }

  private static Optional<RunnerUpRow> row(String jobId, int number) {
    return RunnerUpRow.<RunnerUpRow>find("jobId = ?1 and number = ?2", jobId, number)
        .firstResultOptional();
  }
}
