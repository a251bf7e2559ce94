package org.lecturehighlights.service.download;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.stream.Stream;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.service.clip.ClipService;
import org.lecturehighlights.service.clip.ResultFile;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobService;

/** Finds a file of one of the caller's jobs by its key. */
@ApplicationScoped
class LinkService {
  private final JobService jobs;
  private final ClipService clips;

  LinkService(JobService jobs, ClipService clips) {
    this.jobs = jobs;
    this.clips = clips;
  }

  /**
   * The file that a table refers to by this key; {@code NOT_FOUND} for any other key, even if the
   * storage has such an object.
   *
   * @param key one of its parts is the id of the job, as in all keys
   */
  ResultFile file(String key) {
    Job job =
        jobOf(
            Arrays.stream(key.split("/", -1))
                .filter(part -> part.startsWith("job_"))
                .findFirst()
                .orElseThrow(LinkService::unknown));
    return Stream.concat(
            Stream.of(ResultFile.lecture(job)),
            clips.find(job.jobId()).stream().flatMap(ResultFile::all))
        .filter(file -> file.key().equals(key))
        .findFirst()
        .orElseThrow(LinkService::unknown);
  }

  private Job jobOf(String jobId) {
    try {
      return jobs.get(jobId);
    } catch (Problem problem) {
      throw problem.kind() == ProblemKind.JOB_NOT_FOUND ? unknown() : problem;
    }
  }

  private static Problem unknown() {
    return Problem.of(ProblemKind.NOT_FOUND, "Use a key from the results of one of your jobs.");
  }
}
