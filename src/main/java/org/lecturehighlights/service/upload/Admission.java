package org.lecturehighlights.service.upload;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.media.MediaInfo;
import org.lecturehighlights.lecture.media.MediaProbe;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.service.job.NewJob;
import org.lecturehighlights.service.job.ProcessingConfig;
import org.lecturehighlights.service.upload.check.ContentTypes;
import org.lecturehighlights.service.upload.check.LectureName;
import org.lecturehighlights.service.upload.check.UploadConfig;

/**
 * Decides which lectures come in. Every protocol asks first about what the caller says of a
 * lecture, then whether this caller may have one more job, last about the bytes. So a lecturer
 * hears at once what is wrong, and what is allowed is written here only.
 */
@Singleton
public class Admission {
  private final UploadConfig config;
  private final MediaProbe probe;
  private final ObjectStorage storage;

  Admission(UploadConfig config, MediaProbe probe, ObjectStorage storage) {
    this.config = config;
    this.probe = probe;
    this.storage = storage;
  }

  /**
   * What a caller says of a lecture.
   *
   * @param size bytes
   * @param settings reads them; they are looked at after the name and the type
   */
  public record Announced(
      @Nullable String filename,
      @Nullable String contentType,
      long size,
      Supplier<ProcessingConfig> settings) {}

  /** A lecture about which nothing is wrong as far as its caller describes it. */
  public record Lecture(
      UploadProtocol protocol,
      LectureName name,
      String contentType,
      long size,
      ProcessingConfig settings) {}

  /**
   * Looks at what is said of a lecture.
   *
   * @throws Problem {@code VALIDATION_ERROR} or {@code MALFORMED_REQUEST} with the field that the
   *     protocol has for it, {@code EMPTY_FILE}, {@code FILE_TOO_LARGE}
   */
  public Lecture check(UploadProtocol protocol, Announced announced) {
    LectureName name = LectureName.of(String.valueOf(announced.filename()), protocol.nameField());
    String contentType =
        protocol.typeMayBeOpen()
                && ContentTypes.plain(announced.contentType()).equals(ContentTypes.UNKNOWN)
            ? name.format().contentType()
            : ContentTypes.video(announced.contentType(), protocol.typeField());
    ProcessingConfig settings = announced.settings().get();
    if (protocol == UploadProtocol.ANNOUNCEMENT && announced.size() > largest()) {
      throw Problem.ofField(
          ProblemKind.VALIDATION_ERROR,
          "file_size",
          "The file is larger than %d bytes; export it smaller.".formatted(largest()));
    }
    requireSize(announced.size());
    return new Lecture(protocol, name, contentType, announced.size(), settings);
  }

  /**
   * The job of a lecture.
   *
   * @throws Problem {@code STORAGE_FULL}
   */
  NewJob newJob(Lecture lecture, String jobId, Optional<String> captionsKey) {
    if (lecture.protocol().waitsForBytes()) {
      requireRoom(lecture.size());
    }
    return new NewJob(
        jobId,
        lecture.name().value(),
        lecture.size(),
        lecture.contentType(),
        UploadKeys.lecture(jobId, lecture.name().format()),
        captionsKey,
        lecture.settings());
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

  /** {@code UNSUPPORTED_MEDIA_TYPE} where bytes come as something else than was announced. */
  void requireAnnounced(@Nullable String contentType, String announced) {
    if (!ContentTypes.plain(contentType).equals(announced)) {
      throw Problem.of(
          ProblemKind.UNSUPPORTED_MEDIA_TYPE,
          "Send the bytes with the announced content type, " + announced + ".");
    }
  }

  /** {@code STORAGE_FULL} where so many bytes would not fit into the storage. */
  void requireRoom(long bytes) {
    requireRoom(bytes, storage.usableSpace());
  }

  /** {@code STORAGE_FULL} where so many bytes would not fit. */
  public void requireRoom(long bytes, long usable) {
    if (bytes > usable) {
      throw Problem.of(
          ProblemKind.STORAGE_FULL, "There is no room for this lecture now; try again later.");
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

  /** Bytes of the largest lecture. */
  public long largest() {
    return config.maxSize().asLongValue();
  }
}
