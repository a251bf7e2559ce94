package org.lecturehighlights.service.clip.edit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.lecturehighlights.lecture.highlight.CutView;
import org.lecturehighlights.service.clip.RunnerUp;

/** The runners-up of a job, the best first. */
record RunnerUpList(String jobId, List<RunnerUpView> runnersUp, int total) {

  record RunnerUpView(int number, @JsonUnwrapped CutView cut, String reason) {
    static RunnerUpView of(RunnerUp one) {
      return new RunnerUpView(one.number(), CutView.of(one.cut()), one.reason());
    }
  }

  static RunnerUpList of(String jobId, List<RunnerUp> runnersUp) {
    return new RunnerUpList(
        jobId, runnersUp.stream().map(RunnerUpView::of).toList(), runnersUp.size());
  }
}
