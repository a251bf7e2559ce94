package org.lecturehighlights.service.job.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobService;
import org.lecturehighlights.service.job.history.HistoryService;
import org.lecturehighlights.service.job.history.HistoryService.Event;
import org.lecturehighlights.service.job.history.ProgressEvent;

/**
 * The first events of a stream.
 *
 * @param seen the id of the newest event that the reader knows once it has these
 * @param ended whether the job has ended and the last of these events says so
 */
record StreamSnapshot(List<Event> events, long seen, boolean ended) {

  static StreamSnapshot of(
      String jobId, @Nullable Long lastEventId, JobService jobs, HistoryService history) {
    if (lastEventId == null) {
      // The id is read before the job, so that the snapshot includes this event and no event is
      // lost.
      long newest = history.newest(jobId);
      Job job = jobs.findUnchecked(jobId);
      return new StreamSnapshot(List.of(snapshot(job, newest)), newest, job.status().isFinal());
    }
    boolean ended = jobs.findUnchecked(jobId).status().isFinal();
    List<Event> missed = history.after(jobId, lastEventId);
    return missed.isEmpty()
        ? new StreamSnapshot(missed, lastEventId, ended)
        : new StreamSnapshot(missed, missed.getLast().id(), ended && isEnd(missed.getLast()));
  }

  /** Whether this event says that the job has ended. */
  static boolean isEnd(Event event) {
    return !event.type().equals("progress");
  }

  private static Event snapshot(Job job, long newest) {
    ProgressEvent state = job.event();
    return new Event(newest, state.type(), state.payload());
  }
}
