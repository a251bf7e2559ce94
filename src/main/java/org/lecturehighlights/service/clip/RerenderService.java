package org.lecturehighlights.service.clip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Applies the results of re-rendering. */
@ApplicationScoped
public class RerenderService {
  private final ClipService clips;
  private final RunnerUpService runnersUp;

  RerenderService(ClipService clips, RunnerUpService runnersUp) {
    this.clips = clips;
    this.runnersUp = runnersUp;
  }

  /**
   * Publishes the re-rendered clip. In a swap, the replaced clip becomes a runner-up in the other's
   * place. Joins the transaction of the task.
   *
   * @param before the clip as it was when its rendering began
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void rendered(Clip before, PendingEdit wanted, ClipFiles files) {
    Clip now = clips.findOne(before.clipId()).orElse(before);
    clips.show(before.clipId(), wanted, files);
    Integer number = wanted.runnerUp();
    if (number == null) {
      return;
    }
    if (ClipFiles.isPlaceholder(now.files().videoKey(), now.jobId(), now.clipId())) {
      runnersUp.remove(now.jobId(), number);
    } else {
      runnersUp.put(now.jobId(), RunnerUp.of(now, number));
    }
  }
}
