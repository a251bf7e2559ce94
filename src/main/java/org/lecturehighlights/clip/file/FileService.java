package org.lecturehighlights.clip.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.clip.DownloadName;
import org.lecturehighlights.clip.OwnResults;
import org.lecturehighlights.clip.StoredClip;
import org.lecturehighlights.job.JobDetails;
import org.lecturehighlights.job.JobService;
import org.lecturehighlights.problem.Problem;
import org.lecturehighlights.problem.ProblemKind;
import org.lecturehighlights.storage.ObjectStorage;
import org.lecturehighlights.transcript.TranscriptSegment;
import org.lecturehighlights.transcript.captions.SubRip;
import org.lecturehighlights.transcript.captions.WebVtt;

/**
 * Finds the files of the caller's jobs. A clip of another's job is {@code CLIP_NOT_FOUND} like one
 * that does not exist; a file that is not stored is {@code NOT_FOUND}.
 */
@ApplicationScoped
class FileService {
  static final String VTT = "text/vtt;charset=utf-8";
  static final String SRT = "application/x-subrip;charset=utf-8";

  /** What callers may declare and browsers may play; anything else is served as mere bytes. */
  private static final Pattern VIDEO = Pattern.compile("video/[a-z0-9.+-]+");

  private final OwnResults results;
  private final JobService jobs;
  private final ObjectStorage storage;

  FileService(OwnResults results, JobService jobs, ObjectStorage storage) {
    this.results = results;
    this.jobs = jobs;
    this.storage = storage;
  }

  ServedFile video(String clipId) {
    StoredClip clip = clip(clipId);
    return served(clip.videoKey(), "video/mp4", DownloadName.of(clip.title() + ".mp4"));
  }

  ServedFile thumbnail(String clipId) {
    StoredClip clip = clip(clipId);
    String key = present(clip.thumbnailKey(), "This clip has no thumbnail.");
    return key.toLowerCase(Locale.ROOT).endsWith(".png")
        ? served(key, "image/png", DownloadName.of(clip.title() + ".png"))
        : served(key, "image/jpeg", DownloadName.of(clip.title() + ".jpg"));
  }

  ServedFile subtitles(String clipId) {
    StoredClip clip = clip(clipId);
    return served(subtitleKey(clip), VTT, DownloadName.of(clip.title() + ".vtt"));
  }

  /** The subtitles as SubRip, made of the stored WebVTT. */
  NamedText subRip(String clipId) {
    StoredClip clip = clip(clipId);
    try (InputStream bytes = storage.open(subtitleKey(clip))) {
      String webVtt = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      String text =
          SubRip.write(
              WebVtt.read(webVtt).stream()
                  .map(cue ->
                      new TranscriptSegment(cue.span(), cue.text(), null, cue.speaker(), List.of()))
                  .toList());
      return new NamedText(text, DownloadName.of(clip.title() + ".srt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lecture as it was uploaded. */
  ServedFile lecture(String jobId) {
    JobDetails job = jobs.get(jobId);
    String declared = job.contentType().toLowerCase(Locale.ROOT);
    return served(
        job.lectureKey(),
        VIDEO.matcher(declared).matches() ? declared : "application/octet-stream",
        DownloadName.of(job.filename()));
  }

  /** A part of a file; the caller closes the stream. */
  InputStream open(ServedFile file, ByteRange range) {
    return range.length() == 0
        ? InputStream.nullInputStream()
        : storage.openRange(file.key(), range.from(), range.length());
  }

  private StoredClip clip(String clipId) {
    return results.clip(clipId);
  }

  private ServedFile served(String key, String contentType, DownloadName name) {
    long size = storage.size(key).orElseThrow(FileService::gone);
    Instant modified = storage.lastModified(key).orElseThrow(FileService::gone);
    return new ServedFile(key, contentType, name, size, modified);
  }

  private static String subtitleKey(StoredClip clip) {
    return present(clip.subtitleKey(), "This clip has no subtitles.");
  }

  private static String present(@Nullable String key, String detail) {
    if (key == null) {
      throw Problem.of(ProblemKind.NOT_FOUND, detail);
    }
    return key;
  }

  private static Problem gone() {
    return Problem.of(
        ProblemKind.NOT_FOUND, "The file is no longer stored; upload the lecture again.");
  }
}
