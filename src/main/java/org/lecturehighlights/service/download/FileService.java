package org.lecturehighlights.service.download;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lecturehighlights.lecture.layout.slide.SlidePictureService;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.lecture.transcript.captions.CaptionFormat;
import org.lecturehighlights.lecture.transcript.captions.WebVtt;
import org.lecturehighlights.platform.http.ByteRange;
import org.lecturehighlights.platform.http.DownloadName;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.platform.storage.StoredObject;
import org.lecturehighlights.service.clip.Clip;
import org.lecturehighlights.service.clip.ResultAccess;
import org.lecturehighlights.service.clip.ResultFile;
import org.lecturehighlights.service.job.JobService;

/**
 * Finds the files of the caller's jobs. A clip of somebody else's job is {@code CLIP_NOT_FOUND},
 * like one that does not exist; a file that is not stored is {@code NOT_FOUND}.
 */
@ApplicationScoped
class FileService {
  private final ResultAccess results;
  private final JobService jobs;
  private final SlidePictureService slides;
  private final ObjectStorage storage;

  FileService(
      ResultAccess results, JobService jobs, SlidePictureService slides, ObjectStorage storage) {
    this.results = results;
    this.jobs = jobs;
    this.slides = slides;
    this.storage = storage;
  }

  ServedFile video(String clipId) {
    return served(ResultFile.video(clip(clipId)));
  }

  ServedFile thumbnail(String clipId) {
    return served(present(ResultFile.thumbnail(clip(clipId)), "This clip has no thumbnail."));
  }

  ServedFile subtitles(String clipId) {
    return served(subtitles(clip(clipId)));
  }

  /** The subtitles in another format, converted from the stored WebVTT. */
  NamedText subtitles(String clipId, CaptionFormat format) {
    Clip clip = clip(clipId);
    try (InputStream bytes = storage.open(subtitles(clip).key())) {
      String webVtt = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      String text =
          format.write(
              WebVtt.read(webVtt).stream()
                  .map(cue ->
                      new TranscriptSegment(cue.span(), cue.text(), null, cue.speaker(), List.of()))
                  .toList());
      return new NamedText(
          text, format.contentType(), DownloadName.of(format.fileName(clip.cut().title())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lecture as it was uploaded. */
  ServedFile lecture(String jobId) {
    return served(ResultFile.lecture(jobs.get(jobId)));
  }

  /** The thumbnail of a slide. */
  ServedFile slide(String jobId, int number) {
    String key = slides.find(results.completed(jobId).jobId()).get(number);
    if (key == null) {
      throw Problem.of(ProblemKind.NOT_FOUND, "There is no picture of a slide with this number.");
    }
    return served(ResultFile.slide(jobId, number, key));
  }

  /** A part of a file; the caller closes the stream. */
  InputStream open(ServedFile file, ByteRange range) {
    return range.length() == 0
        ? InputStream.nullInputStream()
        : storage.openRange(file.key(), range.from(), range.length());
  }

  private Clip clip(String clipId) {
    return results.clip(clipId);
  }

  private ServedFile served(ResultFile file) {
    StoredObject stored = storage.find(file.key()).orElseThrow(FileService::gone);
    return new ServedFile(
        file.key(), file.contentType(), file.name(), stored.size(), stored.lastModified());
  }

  private static ResultFile subtitles(Clip clip) {
    return present(ResultFile.subtitles(clip), "This clip has no subtitles.");
  }

  private static ResultFile present(Optional<ResultFile> file, String detail) {
    return file.orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, detail));
  }

  private static Problem gone() {
    return Problem.of(
        ProblemKind.NOT_FOUND, "The file is no longer stored; upload the lecture again.");
  }
}
