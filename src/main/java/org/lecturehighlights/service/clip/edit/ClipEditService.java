package org.lecturehighlights.service.clip.edit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.task.TaskService;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.service.clip.Clip;
import org.lecturehighlights.service.clip.ClipService;
import org.lecturehighlights.service.clip.ClipState;
import org.lecturehighlights.service.clip.ClipStateService;
import org.lecturehighlights.service.clip.PendingEdit;
import org.lecturehighlights.service.clip.ResultAccess;
import org.lecturehighlights.service.clip.RunnerUp;
import org.lecturehighlights.service.clip.RunnerUpService;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobIds;

/**
 * Changes clips of completed jobs. All changes of a job's clips are serialised on the job. A later
 * change wins but keeps the parts of earlier ones that it does not touch.
 */
@ApplicationScoped
class ClipEditService {
  private final ResultAccess access;
  private final ClipStateService states;
  private final ClipService clips;
  private final RunnerUpService runnersUp;
  private final TaskService tasks;
  private final ManualCuts cuts;

  ClipEditService(
      ResultAccess access,
      ClipStateService states,
      ClipService clips,
      RunnerUpService runnersUp,
      TaskService tasks,
      ManualCuts cuts) {
    this.access = access;
    this.states = states;
    this.clips = clips;
    this.runnersUp = runnersUp;
    this.tasks = tasks;
    this.cuts = cuts;
  }

  /**
   * Renames a clip at once, and has it rendered again if its bounds change; until that is done the
   * clip stays as it was.
   *
   * @param ifMatch the entity tags that the caller accepts, or null for any
   */
  @Transactional
  ClipState change(String clipId, ClipChange change, @Nullable String ifMatch) {
    Job job = access.completed(access.clip(clipId).jobId());
    tasks.lock(job.jobId());
    ClipState state = states.get(clipId);
    state.version().require(ifMatch);
    Optional<PendingEdit> pending = state.pending();
    if (change.title() != null) {
      String title = change.title().strip();
      if (pending.filter(wanted -> wanted.runnerUp() != null).isPresent()) {
        pending = pending.map(wanted -> wanted.titled(title));
      } else {
        clips.rename(clipId, title);
      }
    }
    Optional<PendingEdit> wanted = recut(job, state, pending, change);
    if (!wanted.equals(state.pending())) {
      wanted.ifPresent(next -> render(job.jobId(), clipId, next));
    }
    return states.get(clipId);
  }

  /** The edit to be rendered after this change; a pending swap remains a swap. */
  private Optional<PendingEdit> recut(
      Job job, ClipState state, Optional<PendingEdit> pending, ClipChange change) {
    Cut before = pending.map(PendingEdit::cut).orElse(state.clip().cut());
    Span now = before.span();
    double start = Objects.requireNonNullElse(change.startTime(), now.startSeconds());
    double end = Objects.requireNonNullElse(change.endTime(), now.endSeconds());
    boolean asked = change.startTime() != null || change.endTime() != null;
    boolean same = start == now.startSeconds() && end == now.endSeconds();
    // Asking for the same bounds again after a failed rendering means another attempt.
    if (!asked || (same && state.status() != ClipState.Status.FAILED)) {
      return pending;
    }
    Integer runnerUp = pending.map(PendingEdit::runnerUp).orElse(null);
    return Optional.of(new PendingEdit(cuts.cut(job, before, start, end), runnerUp));
  }

  /** Removes a clip; returns the keys of the files to be removed with it. */
  @Transactional
  List<String> delete(String clipId, @Nullable String ifMatch) {
    Job job = access.completed(access.clip(clipId).jobId());
    tasks.lock(job.jobId());
    ClipState state = states.get(clipId);
    state.version().require(ifMatch);
    tasks.withdraw(clipId);
    clips.remove(clipId);
    return state.clip().keys();
  }

  /** The runners-up of a job, ordered by number. */
  @Transactional
  List<RunnerUp> runnersUp(String jobId) {
    access.completed(jobId);
    return runnersUp.find(jobId);
  }

  /** Has a runner-up rendered in place of a clip, or as an additional clip. */
  @Transactional
  ClipState swap(String jobId, int number, RunnerUpSwap swap) {
    access.completed(jobId);
    tasks.lock(jobId);
    RunnerUp incoming =
        runnersUp
            .find(jobId, number)
            .orElseThrow(() ->
                Problem.of(
                    ProblemKind.RUNNER_UP_NOT_FOUND,
                    "The job has no runner-up %d; list the runners-up to see which there are."
                        .formatted(number)));
    if (isPendingElsewhere(jobId, number, swap.clipId())) {
      throw Problem.of(
          ProblemKind.JOB_STATE_CONFLICT,
          "Runner-up %d is already being rendered for another clip.".formatted(number));
    }
    if (swap.clipId() != null) {
      Clip outgoing = access.clip(swap.clipId());
      if (!outgoing.jobId().equals(jobId)) {
        throw Problem.ofField(
            ProblemKind.CLIP_NOT_FOUND, "clip_id", "The job has no clip " + swap.clipId() + ".");
      }
      render(jobId, outgoing.clipId(), incoming.wanted());
      return states.get(outgoing.clipId());
    }
    String clipId = JobIds.next("clip_");
    clips.append(jobId, clipId, incoming.cut());
    render(jobId, clipId, incoming.wanted());
    return states.get(clipId);
  }

  private boolean isPendingElsewhere(String jobId, int number, @Nullable String forClip) {
    return tasks.ofJob(jobId).stream()
        .filter(task -> task.isOpen() && !task.subject().equals(forClip))
        .map(task -> PendingEdit.runnerUp(task.wanted()))
        .anyMatch(incoming -> incoming != null && incoming == number);
  }

  private void render(String jobId, String clipId, PendingEdit wanted) {
    tasks.submit(jobId, clipId, PendingEdit.KIND, Lane.RENDER, wanted.toJson());
    clips.touch(clipId);
  }
}
