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

/** Finds the caller's clips together with their rendering tasks. */
@ApplicationScoped
public class ClipStateService {
  private final ResultAccess access;
  private final ClipService clips;
  private final TaskService tasks;

  ClipStateService(ResultAccess access, ClipService clips, TaskService tasks) {
    this.access = access;
    this.clips = clips;
    this.tasks = tasks;
  }

  /** The clip, if it is the caller's; otherwise {@code CLIP_NOT_FOUND}. */
  @Transactional
  public ClipState get(String clipId) {
    return new ClipState(access.clip(clipId), tasks.find(clipId));
  }

  /** The clips of one of the caller's completed jobs, in order. */
  @Transactional
  public List<ClipState> list(String jobId) {
    access.completed(jobId);
    Map<String, TaskState> bySubject =
        tasks.ofJob(jobId).stream()
            .collect(Collectors.toMap(TaskState::subject, Function.identity()));
    return clips.find(jobId).stream()
        .map(clip -> new ClipState(clip, Optional.ofNullable(bySubject.get(clip.clipId()))))
        .toList();
  }
}
