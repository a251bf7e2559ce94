package org.lecturehighlights.service.clip;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lecturehighlights.lecture.transcript.captions.CaptionFormat;
import org.lecturehighlights.platform.http.DownloadName;
import org.lecturehighlights.service.job.Job;

/**
 * A stored file that callers may read.
 *
 * @param key its storage key
 * @param contentType the type with which it is served
 * @param name the file name for downloads
 * @param path the path under which this server serves it
 */
public record ResultFile(String key, String contentType, DownloadName name, String path) {
  /** Declared types that are passed on to browsers; anything else is served as plain bytes. */
  private static final Pattern VIDEO = Pattern.compile("video/[a-z0-9.+-]+");

  public static ResultFile video(Clip clip) {
    return new ResultFile(
        clip.files().videoKey(),
        "video/mp4",
        named(clip.cut().title(), ".mp4"),
        ClipLinks.video(clip.clipId()));
  }

  public static Optional<ResultFile> thumbnail(Clip clip) {
    return Optional.ofNullable(clip.files().thumbnailKey())
        .map(key -> thumbnail(clip.clipId(), clip.cut().title(), key));
  }

  static ResultFile thumbnail(String clipId, String title, String key) {
    boolean png = key.toLowerCase(Locale.ROOT).endsWith(".png");
    return new ResultFile(
        key,
        png ? "image/png" : "image/jpeg",
        named(title, png ? ".png" : ".jpg"),
        ClipLinks.thumbnail(clipId));
  }

  public static Optional<ResultFile> subtitles(Clip clip) {
    return Optional.ofNullable(clip.files().subtitleKey())
        .map(key ->
            new ResultFile(
                key,
                CaptionFormat.WEB_VTT.contentType(),
                DownloadName.of(CaptionFormat.WEB_VTT.fileName(clip.cut().title())),
                ClipLinks.subtitles(clip.clipId())));
  }

  /** The lecture as it was uploaded. */
  public static ResultFile lecture(Job job) {
    String declared = job.contentType().toLowerCase(Locale.ROOT);
    return new ResultFile(
        job.lectureKey(),
        VIDEO.matcher(declared).matches() ? declared : "application/octet-stream",
        DownloadName.of(job.filename()),
        ClipLinks.lecture(job.jobId()));
  }

  /** A small picture of a slide. */
  public static ResultFile slide(String jobId, int number, String key) {
    return new ResultFile(
        key,
        "image/jpeg",
        DownloadName.of("slide " + number + ".jpg"),
        ClipLinks.slide(jobId, number));
  }

  /** All files of a clip. */
  public static Stream<ResultFile> all(Clip clip) {
    return Stream.of(Optional.of(video(clip)), thumbnail(clip), subtitles(clip))
        .flatMap(Optional::stream);
  }

  private static DownloadName named(String title, String ending) {
    return DownloadName.of(title + ending);
  }
}
