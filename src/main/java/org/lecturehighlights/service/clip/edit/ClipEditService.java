package org.lecturehighlights.service.clip.edit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.task.TaskService;
import org.lecturehighlights.platform.engine.task.TaskState;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.service.clip.Clip;
import org.lecturehighlights.service.clip.ClipService;
import org.lecturehighlights.service.clip.PendingEdit;
import org.lecturehighlights.service.clip.ResultAccess;
import org.lecturehighlights.service.clip.RunnerUp;
import org.lecturehighlights.service.clip.RunnerUpService;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobIds;

/**
 * Changes clips of completed jobs. All changes of a job's clips are serialised on the job, and what
 * is asked for later wins without losing what was asked for before.
 */
@ApplicationScoped
public class ClipEditService {
  private final ResultAccess own;
  private final ClipService clips;
  private final RunnerUpService runnersUp;
  private final TaskService tasks;
  private final ManualCuts cuts;

  ClipEditService(
      ResultAccess own,
      ClipService clips,
      RunnerUpService runnersUp,
      TaskService tasks,
      ManualCuts cuts) {
    this.own = own;
    this.clips = clips;
    this.runnersUp = runnersUp;
    this.tasks = tasks;
    this.cuts = cuts;
  }

  /** The clip, if it is the caller's; else {@code CLIP_NOT_FOUND}. */
  @Transactional
  public ClipState get(String clipId) {
    return state(own.clip(clipId));
  }

  /** The clips of a completed job of the caller's in their order. */
  @Transactional
  public List<ClipState> list(String jobId) {
    own.completed(jobId);
    Map<String, TaskState> bySubject =
        tasks.ofWork(jobId).stream()
            .collect(Collectors.toMap(TaskState::subject, Function.identity()));
    return clips.find(jobId).stream()
        .map(clip -> new ClipState(clip, Optional.ofNullable(bySubject.get(clip.clipId()))))
        .toList();
  }

  /**
   * Renames a clip at once and has it rendered anew where its bounds change; until that is done the
   * clip is what it was.
   *
   * @param ifMatch the tags of the states that the caller means, or null for any
   */
  @Transactional
  ClipState change(String clipId, ClipChange change, @Nullable String ifMatch) {
    Job job = own.completed(own.clip(clipId).jobId());
    tasks.lock(job.jobId());
    ClipState state = get(clipId);
    state.version().require(ifMatch);
    Optional<PendingEdit> pending = state.pending();
    if (change.title() != null) {
      String title = change.title().strip();
      if (pending.filter(wanted -> wanted.replaced() != null).isPresent()) {
        pending = pending.map(wanted -> wanted.titled(title));
      } else {
        clips.rename(clipId, title);
      }
    }
    Optional<PendingEdit> wanted = recut(job, state, pending, change);
    if (!wanted.equals(state.pending())) {
      wanted.ifPresent(next -> render(job.jobId(), clipId, next));
    }
    return get(clipId);
  }

  /** What is to be rendered, after this change: what was before, where no bound changes. */
  private Optional<PendingEdit> recut(
      Job job, ClipState state, Optional<PendingEdit> pending, ClipChange change) {
    var now = pending.map(PendingEdit::span).orElse(state.clip().span());
    double start = Objects.requireNonNullElse(change.startTime(), now.startSeconds());
    double end = Objects.requireNonNullElse(change.endTime(), now.endSeconds());
    boolean asked = change.startTime() != null || change.endTime() != null;
    boolean same = start == now.startSeconds() && end == now.endSeconds();
    // Who asks for the bounds of a failed rendering once more wants another try.
    return !asked || (same && state.status() != ClipState.Status.FAILED)
        ? pending
        : Optional.of(cuts.cut(job, state.clip(), pending, start, end));
  }

  /** Removes a clip; the keys of the files that are to go with it. */
  @Transactional
  List<String> delete(String clipId, @Nullable String ifMatch) {
    Job job = own.completed(own.clip(clipId).jobId());
    tasks.lock(job.jobId());
    ClipState state = get(clipId);
    state.version().require(ifMatch);
    tasks.withdraw(clipId);
    clips.remove(clipId);
    return state.clip().keys();
  }

  /** By number. */
  @Transactional
  List<RunnerUp> runnersUp(String jobId) {
    own.completed(jobId);
    return runnersUp.find(jobId);
  }

  /** Renders a runner-up in the place of a clip, or as one more clip. */
  @Transactional
  ClipState swap(String jobId, int number, RunnerUpSwap swap) {
    own.completed(jobId);
    tasks.lock(jobId);
    RunnerUp coming =
        runnersUp
            .find(jobId, number)
            .orElseThrow(() ->
                Problem.of(
                    ProblemKind.RUNNER_UP_NOT_FOUND,
                    "The job has no runner-up %d; list those that it has.".formatted(number)));
    if (isComing(jobId, number, swap.clipId())) {
      throw Problem.of(
          ProblemKind.JOB_STATE_CONFLICT,
          "Runner-up %d is being rendered for another clip already.".formatted(number));
    }
    if (swap.clipId() != null) {
      Clip leaving = own.clip(swap.clipId());
      if (!leaving.jobId().equals(jobId)) {
        throw Problem.ofField(
            ProblemKind.CLIP_NOT_FOUND, "clip_id", "The job has no clip " + swap.clipId() + ".");
      }
      render(jobId, leaving.clipId(), coming.wanted());
      return get(leaving.clipId());
    }
    String clipId = JobIds.next("clip_");
    clips.append(jobId, clipId, coming.wanted());
    render(jobId, clipId, coming.wanted());
    return get(clipId);
  }

  private boolean isComing(String jobId, int number, @Nullable String forClip) {
    return tasks.ofWork(jobId).stream()
        .filter(task -> task.isOpen() && !task.subject().equals(forClip))
        .map(task -> PendingEdit.of(task.wanted()).runnerUp())
        .anyMatch(coming -> coming != null && coming == number);
  }

  private void render(String jobId, String clipId, PendingEdit wanted) {
    tasks.submit(jobId, clipId, PendingEdit.ERRAND, Lane.RENDER, wanted.toJson());
    clips.touch(clipId);
  }

  private ClipState state(Clip clip) {
    return new ClipState(clip, tasks.find(clip.clipId()));
  }
}
