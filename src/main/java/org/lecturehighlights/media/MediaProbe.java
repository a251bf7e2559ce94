package org.lecturehighlights.media;

import java.nio.file.Path;
import java.time.Duration;
import org.lecturehighlights.media.process.Containers;
import org.lecturehighlights.media.process.Ffmpeg;
import org.lecturehighlights.media.process.FfmpegCommand;
import org.lecturehighlights.media.process.FfmpegOutcome;
import org.lecturehighlights.media.process.FfmpegPurpose;
import org.lecturehighlights.problem.Problem;
import org.lecturehighlights.problem.ProblemKind;

/** Looks into a media file without decoding it. */
public final class MediaProbe {
  private final Ffmpeg ffmpeg;

  public MediaProbe(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /**
   * Reads the streams of a file; without a declared duration (recordings of a browser) also its
   * packets.
   *
   * @throws Problem {@code NOT_A_VIDEO} for a file that is no media at all; {@code
   *     MEDIA_LIMIT_EXCEEDED} for too large a picture
   */
  public MediaInfo probe(Path file) throws InterruptedException {
    // ffmpeg without an output always fails; what it read is in its log all the same.
    FfmpegOutcome outcome =
        ffmpeg.inspect(new FfmpegCommand(FfmpegPurpose.PROBE).input(Containers.LECTURE, file));
    if (outcome.crashed()) {
      // The static 4.4.1 does so on each MPEG transport stream.
      throw Problem.of(
          ProblemKind.MEDIA_FAILED,
          "ffmpeg crashed on this file; convert it to MP4, or install a newer ffmpeg.");
    }
    Banner banner = Banner.read(outcome.log());
    if (!banner.isMedia()) {
      throw Problem.of(
          ProblemKind.NOT_A_VIDEO,
          "The file cannot be read as a video: it is damaged, incomplete or of another kind;"
              + " upload the recording again as MP4, WebM, MKV, MOV or AVI.");
    }
    Duration duration = banner.duration().filter(d -> !d.isZero()).orElse(Duration.ZERO);
    if (duration.isZero()) {
      duration = measure(file);
    }
    MediaInfo info = banner.info(duration);
    info.video().ifPresent(this::requireModestSize);
    return info;
  }

  private Duration measure(Path file) throws InterruptedException {
    return ffmpeg
        .run(
            new FfmpegCommand(FfmpegPurpose.PROBE)
                .input(Containers.LECTURE, file)
                .with("-map", "0:V?", "-map", "0:a?", "-c", "copy", "-f", "null", "-"))
        .written();
  }

  private void requireModestSize(VideoStream video) {
    if ((long) video.width() * video.height() > ffmpeg.limits().pixels()) {
      throw Problem.of(
          ProblemKind.MEDIA_LIMIT_EXCEEDED,
          "The picture of "
              + video.width()
              + "x"
              + video.height()
              + " pixels is too large; upload at most 8192x4320.");
    }
  }
}
