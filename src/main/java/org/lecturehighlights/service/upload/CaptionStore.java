package org.lecturehighlights.service.upload;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.lecturehighlights.lecture.transcript.captions.Captions;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.platform.storage.StorageConfig;
import org.lecturehighlights.platform.storage.WorkDirectory;

/** Takes captions of any kind and keeps them as WebVTT. */
@Singleton
class CaptionStore {
  private static final int BUFFER_BYTES = 16 << 10;

  /** The reader holds several copies of a file in memory, some of them in UTF-16. */
  private static final int COPIES = 8;

  /** Of the heap, what all conversions together may occupy. */
  private static final int SHARE_OF_HEAP = 3;

  private static final long PATIENCE_SECONDS = 30;

  private final ObjectStorage storage;
  private final StorageConfig config;

  /** Kilobytes of memory for conversions; always enough for one of the largest. */
  private final Semaphore memory =
      new Semaphore(
          (int)
              Math.max(
                  kilobytes(Captions.LARGEST_BYTES + 1L),
                  (Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP) >> 10),
          true);

  CaptionStore(ObjectStorage storage, StorageConfig config) {
    this.storage = storage;
    this.config = config;
  }

  /** Converts and stores captions; returns their key. */
  String store(String jobId, InputStream captions) throws IOException, InterruptedException {
    try (WorkDirectory work = WorkDirectory.under(config.workDirectory())) {
      Path file = work.path().resolve("captions");
      write(captions, file);
      convert(file);
      return store(jobId, file);
    }
  }

  /**
   * Replaces the captions in a file by the same as WebVTT.
   *
   * @throws Problem {@code CAPTIONS_UNREADABLE} for anything without a caption; {@code SERVER_BUSY}
   *     while too many others are being converted
   */
  void convert(Path captions) throws IOException, InterruptedException {
    int kilobytes = kilobytes(Math.min(Files.size(captions), Captions.LARGEST_BYTES + 1L));
    if (!memory.tryAcquire(kilobytes, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw Problem.of(
          ProblemKind.SERVER_BUSY, "Too many captions are being read; try again in 5 seconds.");
    }
    try {
      String webVtt;
      try (InputStream bytes = Files.newInputStream(captions)) {
        webVtt = Captions.read(bytes).toWebVtt();
      }
      Files.writeString(captions, webVtt);
    } finally {
      memory.release(kilobytes);
    }
  }

  /** Stores what was converted, and takes it away from where it was; returns the key. */
  String store(String jobId, Path webVtt) {
    String key = UploadKeys.captions(jobId);
    storage.put(key, webVtt);
    return key;
  }

  private static int kilobytes(long fileBytes) {
    return (int) ((fileBytes * COPIES) >> 10) + 1;
  }

  /** One byte more than the reader takes tells it that there are too many. */
  private static void write(InputStream captions, Path file) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (OutputStream out = Files.newOutputStream(file)) {
      long left = Captions.LARGEST_BYTES + 1L;
      while (left > 0) {
        int read = captions.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          return;
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
  }
}
