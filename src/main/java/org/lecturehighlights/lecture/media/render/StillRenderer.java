package org.lecturehighlights.lecture.media.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.lecturehighlights.lecture.media.MediaInfo;
import org.lecturehighlights.lecture.media.VideoStream;
import org.lecturehighlights.lecture.media.process.Containers;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.media.process.FfmpegCommand;
import org.lecturehighlights.lecture.media.process.FfmpegPurpose;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Makes a JPEG of one moment of a lecture. */
public final class StillRenderer {
  private final Ffmpeg ffmpeg;

  public StillRenderer(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /**
   * What of the picture is wanted.
   *
   * @param x in pixels of the lecture as shown, like all of them
   */
  public record Part(int x, int y, int width, int height) {}

  /**
   * Writes a part of the picture at that moment.
   *
   * @param part the whole picture comes where this is no part of it
   * @param widest in pixels; a smaller picture stays as it is
   * @return false where the lecture has no picture at that moment
   */
  public boolean renderStill(
      Path lecture, MediaInfo info, Duration moment, Part part, int widest, Path output)
      throws InterruptedException {
    VideoStream video =
        info.video()
            .orElseThrow(() ->
                Problem.of(
                    ProblemKind.NO_VIDEO_STREAM,
                    "The file has no picture to make a thumbnail from."));
    String scale = "scale=w='min(%d,iw)':h=-2,setsar=1".formatted(widest);
    render(lecture, video.index(), moment, crop(video, part) + scale, output);
    return !isEmpty(output);
  }

  /** Only numbers of our own, so that nothing of the file gets into the filter. */
  private static String crop(VideoStream video, Part part) {
    boolean fits =
        part.width() >= 2
            && part.height() >= 2
            && part.x() >= 0
            && part.y() >= 0
            && part.x() + part.width() <= video.width()
            && part.y() + part.height() <= video.height();
    if (!fits) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "crop=w=iw*%.6f:h=ih*%.6f:x=iw*%.6f:y=ih*%.6f,",
        (double) part.width() / video.width(),
        (double) part.height() / video.height(),
        (double) part.x() / video.width(),
        (double) part.y() / video.height());
  }

  /**
   * @param filters on square pixels
   */
  void render(Path lecture, int stream, Duration moment, String filters, Path output)
      throws InterruptedException {
    String[] seek =
        moment.isZero()
            ? new String[0]
            : new String[] {"-noaccurate_seek", "-ss", moment.toMillis() + "ms"};
    ffmpeg.run(
        new FfmpegCommand(FfmpegPurpose.THUMBNAIL)
            .input(Containers.LECTURE, lecture, seek)
            .with("-map", "0:" + stream, "-frames:v", "1", "-map_metadata", "-1")
            .with("-vf", "fps=25:start_time=0,scale=w='max(2,trunc(iw*sar/2)*2)':h=ih," + filters)
            .with("-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-q:v", "3", "-f", "mjpeg")
            .output(output));
  }

  /** Whether there was nothing to see, as behind a seek where the index is broken. */
  static boolean isEmpty(Path file) {
    try {
      return Files.size(file) == 0;
    } catch (IOException missing) {
      throw Problem.of(
          ProblemKind.MEDIA_FAILED, "The picture of the lecture could not be written.", missing);
    }
  }
}
