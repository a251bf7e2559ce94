package org.lecturehighlights.pipeline.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.lecturehighlights.engine.Outcome;
import org.lecturehighlights.engine.Step;
import org.lecturehighlights.engine.StepRun;
import org.lecturehighlights.job.JobDetails;
import org.lecturehighlights.job.JobService;
import org.lecturehighlights.job.Warning;
import org.lecturehighlights.pipeline.LectureStage;
import org.lecturehighlights.pipeline.step.Notice;
import org.lecturehighlights.problem.Problem;
import org.lecturehighlights.storage.ObjectStorage;
import org.lecturehighlights.storage.StorageConfig;
import org.lecturehighlights.storage.WorkDirectory;

/** A stage of a lecture as a step of the engine. */
abstract class StageStep implements Step {
  private final LectureStage stage;
  private final Places places;

  StageStep(LectureStage stage, Places places) {
    this.stage = stage;
    this.places = places;
  }

  /** Where steps find jobs and keep bytes. */
  record Places(JobService jobs, ObjectStorage storage, StorageConfig config) {}

  abstract Outcome run(StepRun run, StageFolder folder) throws InterruptedException, IOException;

  LectureStage stage() {
    return stage;
  }

  @Override
  public final Outcome run(StepRun run) throws InterruptedException {
    JobDetails job = places.jobs().forPipeline(run.workId());
    try (StageFolder folder =
        new StageFolder(
            job, run, places.storage(), WorkDirectory.under(places.config().workDirectory()))) {
      return run(run, folder);
    } catch (Problem failure) {
      // A call of the storage ends so when this thread is asked to stop.
      if (Thread.interrupted()) {
        throw (InterruptedException) new InterruptedException().initCause(failure);
      }
      throw failure;
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  @Override
  public final void discard(String workId, int attempt) {
    places.storage().deletePrefix(StageFolder.prefix(workId, stage.code(), attempt));
  }

  final void warn(String jobId, Iterable<Notice> notices) {
    for (Notice notice : notices) {
      places.jobs().warn(jobId, new Warning(notice.code(), notice.message()));
    }
  }
}
