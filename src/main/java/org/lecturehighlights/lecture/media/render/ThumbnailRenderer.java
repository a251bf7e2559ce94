package org.lecturehighlights.lecture.media.render;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.lecturehighlights.lecture.media.MediaInfo;
import org.lecturehighlights.lecture.media.process.Containers;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.media.process.FfmpegCommand;
import org.lecturehighlights.lecture.media.process.FfmpegOutput;
import org.lecturehighlights.lecture.media.process.FfmpegPurpose;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Makes the still picture of a clip from the moment that shows most. */
public final class ThumbnailRenderer {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 90;
  private static final int CANDIDATES_PER_SECOND = 2;

  /** An edge of ink or of a face; below it is noise. */
  private static final int EDGE = 16;

  /** A clip is not longer; of a whole reel the beginning serves. */
  private static final Duration LONGEST_SEARCH = Duration.ofMinutes(3);

  private final Ffmpeg ffmpeg;
  private final StillRenderer stills;

  public ThumbnailRenderer(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
    this.stills = new StillRenderer(ffmpeg);
  }

  /**
   * Writes a JPEG at most 1280 pixels wide.
   *
   * @param kept the moments to choose from, by start, at least one span
   * @return the moment that was chosen
   */
  public Duration renderThumbnail(Path lecture, MediaInfo info, List<Span> kept, Path output)
      throws InterruptedException {
    if (info.video().isEmpty()) {
      throw Problem.of(
          ProblemKind.NO_VIDEO_STREAM, "The file has no picture to make a thumbnail from.");
    }
    int stream = info.video().get().index();
    Duration moment = richest(lecture, stream, kept);
    picture(lecture, stream, moment, output);
    if (StillRenderer.isEmpty(output)) {
      // There is nothing behind a seek where the index is broken.
      picture(lecture, stream, Duration.ZERO, output);
    }
    return moment;
  }

  private void picture(Path lecture, int stream, Duration moment, Path output)
      throws InterruptedException {
    stills.render(lecture, stream, moment, "scale=w='min(1280,iw)':h=-2,setsar=1", output);
  }

  private Duration richest(Path lecture, int stream, List<Span> kept) throws InterruptedException {
    Duration start = kept.getFirst().start();
    Duration extent = kept.getLast().end().minus(start);
    Duration searched = extent.compareTo(LONGEST_SEARCH) < 0 ? extent : LONGEST_SEARCH;
    FfmpegCommand command =
        new FfmpegCommand(FfmpegPurpose.THUMBNAIL)
            .input(
                Containers.LECTURE,
                lecture,
                "-noaccurate_seek",
                "-skip_frame",
                "noref",
                "-ss",
                seconds(start),
                "-t",
                seconds(searched))
            .with("-map", "0:" + stream, "-f", "rawvideo")
            .with(
                "-vf",
                String.format(
                    Locale.ROOT,
                    "fps=%d:start_time=0,scale=%d:%d:flags=area,format=gray",
                    CANDIDATES_PER_SECOND,
                    WIDTH,
                    HEIGHT))
            .standardOutput();
    Duration best = start;
    int most = -1;
    byte[] frame = new byte[WIDTH * HEIGHT];
    try (FfmpegOutput frames = ffmpeg.open(command)) {
      for (int i = 0; frames.readNBytes(frame, 0, frame.length) == frame.length; i++) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        Duration at = start.plusMillis(i * 1000L / CANDIDATES_PER_SECOND);
        int edges = edges(frame);
        if (edges > most && kept.stream().anyMatch(span -> span.contains(at))) {
          most = edges;
          best = at;
        }
      }
    } catch (IOException cause) {
      throw Problem.of(
          ProblemKind.MEDIA_FAILED, "The picture of the lecture could not be read.", cause);
    }
    return best;
  }

  private static int edges(byte[] frame) {
    int count = 0;
    for (int y = 0; y + 1 < HEIGHT; y++) {
      for (int x = 0; x + 1 < WIDTH; x++) {
        int at = y * WIDTH + x;
        int here = frame[at] & 0xff;
        int step =
            Math.abs(here - (frame[at + 1] & 0xff)) + Math.abs(here - (frame[at + WIDTH] & 0xff));
        count += step >= EDGE ? 1 : 0;
      }
    }
    return count;
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
  }
}
