package org.lecturehighlights.app.pipeline.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.lecturehighlights.app.pipeline.LectureStage;
import org.lecturehighlights.app.pipeline.step.Notice;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.Stage;
import org.lecturehighlights.platform.engine.StageAttempt;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.Warning;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.platform.storage.StorageConfig;
import org.lecturehighlights.platform.storage.WorkDirectory;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobService;

/** A stage of a lecture as a step of the engine. */
abstract class StageStep implements Stage {
  private final LectureStage stage;
  private final Places places;

  StageStep(LectureStage stage, Places places) {
    this.stage = stage;
    this.places = places;
  }

  /** Where steps find jobs and keep bytes. */
  record Places(JobService jobs, ObjectStorage storage, StorageConfig config) {}

  abstract Outcome run(StageAttempt run, StageFolder folder)
      throws InterruptedException, IOException;

  LectureStage stage() {
    return stage;
  }

  @Override
  public final Outcome run(StageAttempt run) throws InterruptedException {
    Job job = places.jobs().findUnchecked(run.jobId());
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
  public final void discard(String jobId, int attempt) {
    places.storage().deletePrefix(StageFolder.prefix(jobId, stage.code(), attempt));
  }

  final void warn(String jobId, Iterable<Notice> notices) {
    for (Notice notice : notices) {
      places.jobs().warn(jobId, new Warning(notice.code(), notice.message()));
    }
  }
}
