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
import org.lecturehighlights.platform.engine.task.ErrandService;
import org.lecturehighlights.platform.engine.task.ErrandState;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.service.clip.ClipService;
import org.lecturehighlights.service.clip.OwnResults;
import org.lecturehighlights.service.clip.RunnerUp;
import org.lecturehighlights.service.clip.RunnerUpService;
import org.lecturehighlights.service.clip.StoredClip;
import org.lecturehighlights.service.clip.WantedClip;
import org.lecturehighlights.service.job.JobDetails;
import org.lecturehighlights.service.job.JobIds;

/**
 * Changes clips of completed jobs. All changes of a job's clips are serialised on the job, and what
 * is asked for later wins without losing what was asked for before.
 */
@ApplicationScoped
public class ClipEditService {
  private final OwnResults own;
  private final ClipService clips;
  private final RunnerUpService runnersUp;
  private final ErrandService errands;
  private final HandCuts cuts;

  ClipEditService(
      OwnResults own,
      ClipService clips,
      RunnerUpService runnersUp,
      ErrandService errands,
      HandCuts cuts) {
    this.own = own;
    this.clips = clips;
    this.runnersUp = runnersUp;
    this.errands = errands;
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
    Map<String, ErrandState> bySubject =
        errands.ofWork(jobId).stream()
            .collect(Collectors.toMap(ErrandState::subject, Function.identity()));
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
    JobDetails job = own.completed(own.clip(clipId).jobId());
    errands.lock(job.jobId());
    ClipState state = get(clipId);
    state.version().require(ifMatch);
    Optional<WantedClip> pending = state.pending();
    if (change.title() != null) {
      String title = change.title().strip();
      if (pending.filter(wanted -> wanted.replaced() != null).isPresent()) {
        pending = pending.map(wanted -> wanted.titled(title));
      } else {
        clips.rename(clipId, title);
      }
    }
    Optional<WantedClip> wanted = recut(job, state, pending, change);
    if (!wanted.equals(state.pending())) {
      wanted.ifPresent(next -> render(job.jobId(), clipId, next));
    }
    return get(clipId);
  }

  /** What is to be rendered, after this change: what was before, where no bound changes. */
  private Optional<WantedClip> recut(
      JobDetails job, ClipState state, Optional<WantedClip> pending, ClipChange change) {
    var now = pending.map(WantedClip::span).orElse(state.clip().span());
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
    JobDetails job = own.completed(own.clip(clipId).jobId());
    errands.lock(job.jobId());
    ClipState state = get(clipId);
    state.version().require(ifMatch);
    errands.withdraw(clipId);
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
    errands.lock(jobId);
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
      StoredClip leaving = own.clip(swap.clipId());
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
    return errands.ofWork(jobId).stream()
        .filter(errand -> errand.isOpen() && !errand.subject().equals(forClip))
        .map(errand -> WantedClip.of(errand.wanted()).runnerUp())
        .anyMatch(coming -> coming != null && coming == number);
  }

  private void render(String jobId, String clipId, WantedClip wanted) {
    errands.submit(jobId, clipId, WantedClip.ERRAND, Lane.RENDER, wanted.toJson());
    clips.touch(clipId);
  }

  private ClipState state(StoredClip clip) {
    return new ClipState(clip, errands.find(clip.clipId()));
  }
}
