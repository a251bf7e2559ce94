package org.lecturehighlights.service.upload.check;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.lecturehighlights.lecture.media.MediaInfo;
import org.lecturehighlights.lecture.media.MediaProbe;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.storage.ObjectStorage;

/**
 * Looks at bytes before work is queued for them, so that a lecturer hears at once what is wrong.
 */
@Singleton
public class LectureCheck {
  private final UploadConfig config;
  private final MediaProbe probe;
  private final ObjectStorage storage;

  LectureCheck(UploadConfig config, MediaProbe probe, ObjectStorage storage) {
    this.config = config;
    this.probe = probe;
    this.storage = storage;
  }

  /** {@code STORAGE_FULL} where so many bytes would not fit. */
  public void requireRoom(long size) {
    if (size > storage.usableSpace()) {
      throw Problem.of(
          ProblemKind.STORAGE_FULL, "There is no room for this lecture now; try again later.");
    }
  }

  /** {@code EMPTY_FILE} or {@code FILE_TOO_LARGE}. */
  public void requireSize(long size) {
    if (size == 0) {
      throw Problem.of(ProblemKind.EMPTY_FILE, "The file has no bytes; record or export it again.");
    }
    if (size > largest()) {
      throw Problem.of(
          ProblemKind.FILE_TOO_LARGE,
          "The file is larger than %d MB; export it smaller.".formatted(largest() >> 20));
    }
  }

  /**
   * Probes a lecture.
   *
   * @return its length in seconds
   * @throws Problem {@code NOT_A_VIDEO}, {@code NO_VIDEO_STREAM} or {@code MEDIA_LIMIT_EXCEEDED}
   */
  public double requireVideo(Path file) throws InterruptedException {
    MediaInfo media = probe.probe(file);
    if (media.video().isEmpty()) {
      throw Problem.of(
          ProblemKind.NO_VIDEO_STREAM,
          "The file has sound, but no picture; upload the recording with its picture.");
    }
    if (media.duration().isZero()) {
      throw Problem.of(
          ProblemKind.NOT_A_VIDEO, "The file ends before it begins; export the recording again.");
    }
    return media.duration().toMillis() / 1000.0;
  }

  public long largest() {
    return config.maxSize().asLongValue();
  }
}
