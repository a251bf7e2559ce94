package org.lecturehighlights.service.clip.edit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.service.clip.RunnerUp;

/** The clips that were not chosen, the best first. */
record RunnerUpList(String jobId, List<RunnerUpView> runnersUp, int total) {

  record RunnerUpView(
      int number,
      String title,
      @Nullable String topic,
      @Nullable String contentSegmentId,
      @Nullable Double importanceScore,
      double startTime,
      double endTime,
      double duration,
      String reason,
      Map<String, Object> extraMetadata) {

    static RunnerUpView of(RunnerUp one) {
      return new RunnerUpView(
          one.number(),
          one.title(),
          one.topic(),
          one.contentSegmentId(),
          one.importance(),
          one.span().startSeconds(),
          one.span().endSeconds(),
          one.duration(),
          one.reason(),
          one.metadata());
    }
  }

  static RunnerUpList of(String jobId, List<RunnerUp> runnersUp) {
    return new RunnerUpList(
        jobId, runnersUp.stream().map(RunnerUpView::of).toList(), runnersUp.size());
  }
}
