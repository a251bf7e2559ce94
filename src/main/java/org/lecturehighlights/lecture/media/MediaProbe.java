package org.lecturehighlights.lecture.media;

import java.nio.file.Path;
import java.time.Duration;
import org.lecturehighlights.lecture.media.process.Containers;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.media.process.FfmpegCommand;
import org.lecturehighlights.lecture.media.process.FfmpegOutcome;
import org.lecturehighlights.lecture.media.process.FfmpegPurpose;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Looks into a media file without decoding it. */
public final class MediaProbe {
  private final Ffmpeg ffmpeg;

  public MediaProbe(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /**
   * Reads the streams of a file; where it declares no duration (recordings of a browser) or a
   * strange frame rate, also its packets.
   *
   * @throws Problem {@code NOT_A_VIDEO} for a file that is no media at all; {@code MEDIA_DAMAGED}
   *     for one that ffmpeg cannot take; {@code MEDIA_LIMIT_EXCEEDED} for too long a lecture and
   *     too large or fast a picture
   */
  public MediaInfo probe(Path file) throws InterruptedException {
    // ffmpeg without an output always fails; what it read is in its log all the same.
    FfmpegOutcome outcome =
        ffmpeg.inspect(new FfmpegCommand(FfmpegPurpose.PROBE).input(Containers.LECTURE, file));
    FfmpegInputLog banner = FfmpegInputLog.read(outcome.log());
    if (!banner.isMedia()) {
      throw Problem.of(
          ProblemKind.NOT_A_VIDEO,
          "The file cannot be read as a video: it is damaged, incomplete or of another kind;"
              + " upload the recording again as MP4, WebM, MKV, MOV or AVI.");
    }
    MediaInfo info = banner.info(banner.duration().orElse(Duration.ZERO));
    info.video().ifPresent(this::requireModestSize);
    requireModestLength(info.duration());
    if (info.duration().isZero() || info.video().filter(v -> !isModest(v)).isPresent()) {
      FfmpegOutcome packets = packets(file, info);
      Duration duration = info.duration().isZero() ? packets.written() : info.duration();
      requireModestLength(duration);
      info = banner.info(duration);
      info.video().ifPresent(video -> requireModestRate(video, packets.frames(), duration));
    }
    return info;
  }

  private FfmpegOutcome packets(Path file, MediaInfo info) throws InterruptedException {
    String picture = info.video().map(v -> "0:" + v.index()).orElse("0:V?");
    return ffmpeg.run(
        new FfmpegCommand(FfmpegPurpose.PROBE)
            .input(Containers.LECTURE, file)
            .with("-map", picture, "-map", "0:a?", "-c", "copy", "-f", "null", "-"));
  }

  private void requireModestSize(VideoStream video) {
    if (pixels(video) > ffmpeg.limits().pixels()) {
      throw tooMuch(
          "The picture of %dx%d pixels is too large; export it with at most 3840x2160."
              .formatted(video.width(), video.height()));
    }
  }

  private void requireModestLength(Duration length) {
    Duration longest = ffmpeg.limits().length();
    if (length.compareTo(longest) > 0) {
      throw tooMuch(
          "The lecture takes %d hours; upload parts of at most %d hours."
              .formatted(length.toHours(), longest.toHours()));
    }
  }

  /** Recordings of browsers declare a thousand frames a second or none, whatever they hold. */
  private boolean isModest(VideoStream video) {
    return video.framesPerSecond() > 0
        && pixels(video) * video.framesPerSecond() <= ffmpeg.limits().pixelsPerSecond();
  }

  private void requireModestRate(VideoStream video, long frames, Duration duration) {
    double rate = frames / Math.max(1, duration.toMillis() / 1000.0);
    if (pixels(video) * rate > ffmpeg.limits().pixelsPerSecond()) {
      throw tooMuch(
          "The picture has %.0f frames a second, too many for its size; export it with at most 60."
              .formatted(rate));
    }
  }

  private static long pixels(VideoStream video) {
    return (long) video.width() * video.height();
  }

  private static Problem tooMuch(String detail) {
    return Problem.of(ProblemKind.MEDIA_LIMIT_EXCEEDED, detail);
  }
}
