package org.lecturehighlights.service.clip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lecturehighlights.platform.engine.task.TaskService;
import org.lecturehighlights.platform.engine.task.TaskState;

/** Finds the caller's clips together with what is to become of them. */
@ApplicationScoped
public class ClipStateService {
  private final ResultAccess own;
  private final ClipService clips;
  private final TaskService tasks;

  ClipStateService(ResultAccess own, ClipService clips, TaskService tasks) {
    this.own = own;
    this.clips = clips;
    this.tasks = tasks;
  }

  /** The clip, if it is the caller's; else {@code CLIP_NOT_FOUND}. */
  @Transactional
  public ClipState get(String clipId) {
    return new ClipState(own.clip(clipId), tasks.find(clipId));
  }

  /** The clips of a completed job of the caller's in their order. */
  @Transactional
  public List<ClipState> list(String jobId) {
    own.completed(jobId);
    Map<String, TaskState> bySubject =
        tasks.ofJob(jobId).stream()
            .collect(Collectors.toMap(TaskState::subject, Function.identity()));
    return clips.find(jobId).stream()
        .map(clip -> new ClipState(clip, Optional.ofNullable(bySubject.get(clip.clipId()))))
        .toList();
  }
}
