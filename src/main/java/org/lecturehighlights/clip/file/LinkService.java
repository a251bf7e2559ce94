package org.lecturehighlights.clip.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.stream.Stream;
import org.lecturehighlights.clip.ClipLinks;
import org.lecturehighlights.clip.ClipService;
import org.lecturehighlights.clip.StoredClip;
import org.lecturehighlights.job.JobDetails;
import org.lecturehighlights.job.JobService;
import org.lecturehighlights.problem.Problem;
import org.lecturehighlights.problem.ProblemKind;

/** Finds where an object of one of the caller's jobs is served. */
@ApplicationScoped
class LinkService {
  private final JobService jobs;
  private final ClipService clips;

  LinkService(JobService jobs, ClipService clips) {
    this.jobs = jobs;
    this.clips = clips;
  }

  /**
   * The path of an object that a table names; {@code NOT_FOUND} for every other key, whatever the
   * storage holds there.
   *
   * @param key carries the name of its job as one of its parts, as all keys do
   */
  String path(String key) {
    JobDetails job =
        jobOf(
            Arrays.stream(key.split("/", -1))
                .filter(part -> part.startsWith("job_"))
                .findFirst()
                .orElseThrow(LinkService::unknown));
    return key.equals(job.lectureKey())
        ? ClipLinks.lecture(job.jobId())
        : clips.find(job.jobId()).stream()
            .flatMap(clip -> paths(key, clip))
            .findFirst()
            .orElseThrow(LinkService::unknown);
  }

  private static Stream<String> paths(String key, StoredClip clip) {
    if (key.equals(clip.videoKey())) {
      return Stream.of(ClipLinks.video(clip.clipId()));
    }
    if (key.equals(clip.thumbnailKey())) {
      return Stream.of(ClipLinks.thumbnail(clip.clipId()));
    }
    return key.equals(clip.subtitleKey())
        ? Stream.of(ClipLinks.subtitles(clip.clipId()))
        : Stream.empty();
  }

  private JobDetails jobOf(String jobId) {
    try {
      return jobs.get(jobId);
    } catch (Problem problem) {
      throw problem.kind() == ProblemKind.JOB_NOT_FOUND ? unknown() : problem;
    }
  }

  private static Problem unknown() {
    return Problem.of(ProblemKind.NOT_FOUND, "Ask for a key that the results of a job name.");
  }
}
