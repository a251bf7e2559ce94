package org.lecturehighlights.lecture.media.process;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Starts every process from one thread that never ends: the parent-death signal of Linux follows
 * the thread that started the child, so a worker thread that ends would take its ffmpeg with it.
 */
public final class ProcessSpawner {
  private static final ExecutorService THREAD =
      Executors.newFixedThreadPool(
          1, Thread.ofPlatform().daemon().name("process-spawner").factory());

  private ProcessSpawner() {}

  /**
   * Starts a process.
   *
   * @throws IOException where the executable cannot be started
   */
  public static Process start(ProcessBuilder builder) throws IOException, InterruptedException {
    var started = THREAD.submit(builder::start);
    try {
      return started.get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof IOException unstartable) {
        throw unstartable;
      }
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException interruption) {
      // The start cannot be taken back: whatever comes of it is ended at once.
      THREAD.execute(() -> {
        if (started.state() == Future.State.SUCCESS) {
          started.resultNow().destroyForcibly();
        }
      });
      throw interruption;
    }
  }
}
