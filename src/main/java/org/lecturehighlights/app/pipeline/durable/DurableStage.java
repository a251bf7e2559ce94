package org.lecturehighlights.app.pipeline.durable;

import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.lecturehighlights.app.pipeline.LectureStage;
import org.lecturehighlights.app.pipeline.LectureTools;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.engine.Stage;
import org.lecturehighlights.platform.engine.StageAttempt;
import org.lecturehighlights.platform.problem.Problem;

/**
 * Makes a stage of a lecture a stage of the engine. Looks its tools and stores up when it first
 * runs: jobs need the engine, the engine needs the graph, and findings need jobs; and a pod without
 * workers never needs the tools.
 */
record DurableStage(LectureStage stage, Instance<LectureTools> tools, Instance<Stores> stores)
    implements Stage {
  @Override
  public Outcome run(StageAttempt attempt) throws InterruptedException {
    LectureTools given = tools.get();
    try (StoredFindings findings = StoredFindings.open(attempt, stores.get(), given.probe())) {
      return findings.keep(
          stage.work(given).run(findings, findings.directory(), attempt.progress()));
    } catch (Problem failure) {
      // This is how a call of the storage ends when this thread is interrupted.
      if (Thread.interrupted()) {
        throw (InterruptedException) new InterruptedException().initCause(failure);
      }
      throw failure;
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  @Override
  public void discard(String jobId, int attempt) {
    stores.get().storage().deletePrefix(StoredFindings.prefix(jobId, stage.code(), attempt));
  }
}
