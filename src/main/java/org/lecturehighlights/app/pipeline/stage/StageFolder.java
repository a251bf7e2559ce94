package org.lecturehighlights.app.pipeline.stage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.lecturehighlights.platform.engine.StageAttempt;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.platform.storage.WorkDirectory;
import org.lecturehighlights.service.job.Job;

/**
 * What an attempt at a stage works with: its job, a work directory, and its place in the storage.
 */
final class StageFolder implements Closeable {
  private final Job job;
  private final ObjectStorage storage;
  private final WorkDirectory work;
  private final String prefix;

  StageFolder(Job job, StageAttempt run, ObjectStorage storage, WorkDirectory work) {
    this.job = job;
    this.storage = storage;
    this.work = work;
    this.prefix = prefix(run.jobId(), run.stage(), run.attempt());
  }

  static String prefix(String jobId, String stage, int attempt) {
    return jobId + "/" + stage + "/" + attempt + "/";
  }

  Job job() {
    return job;
  }

  Path directory() {
    return work.path();
  }

  /** A local file with the lecture's bytes. */
  Path lecture() {
    return storage.fetch(job.lectureKey(), work.path());
  }

  /** A local file with an object's bytes. */
  Path fetch(String key) {
    return storage.fetch(key, work.path());
  }

  /** Stores a file of this attempt and tells its key. */
  String keep(Path file, String name) {
    String key = prefix + name;
    storage.put(key, file);
    return key;
  }

  @Override
  public void close() throws IOException {
    work.close();
  }
}
