package org.lecturehighlights.service.clip;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobService;
import org.lecturehighlights.service.job.JobStatus;

/** Gives the caller access to their own results; somebody else's look like missing ones. */
@ApplicationScoped
public class ResultAccess {
  private final JobService jobs;
  private final ClipService clips;

  ResultAccess(JobService jobs, ClipService clips) {
    this.jobs = jobs;
    this.clips = clips;
  }

  /** The job, if it has results; otherwise {@code JOB_NOT_FOUND} or {@code JOB_NOT_COMPLETED}. */
  public Job completed(String jobId) {
    Job job = jobs.get(jobId);
    if (job.status() != JobStatus.COMPLETED) {
      String state = job.status().name().toLowerCase(Locale.ROOT);
      throw Problem.of(
          ProblemKind.JOB_NOT_COMPLETED,
          job.status().isFinal()
              ? "The job is %s and has no results; retry it or upload the recording again."
                  .formatted(state)
              : "The job is %s; try again when it has completed.".formatted(state));
    }
    return job;
  }

  /** The clip, if it is the caller's; otherwise {@code CLIP_NOT_FOUND}. */
  public Clip clip(String clipId) {
    Clip clip = clips.findOne(clipId).orElseThrow(() -> noClip(clipId));
    try {
      jobs.get(clip.jobId());
    } catch (Problem problem) {
      throw problem.kind() == ProblemKind.JOB_NOT_FOUND ? noClip(clipId) : problem;
    }
    return clip;
  }

  private static Problem noClip(String clipId) {
    return Problem.of(ProblemKind.CLIP_NOT_FOUND, "There is no clip " + clipId + ".");
  }
}
