package org.lecturehighlights.app.pipeline.step;

import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.lecture.media.MediaInfo;
import org.lecturehighlights.lecture.media.MediaProbe;
import org.lecturehighlights.lecture.media.VideoStream;
import org.lecturehighlights.lecture.media.decode.DecodedLecture;
import org.lecturehighlights.lecture.media.decode.LectureDecoder;
import org.lecturehighlights.lecture.media.decode.Loudness;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Probes a lecture and decodes it, once. */
public final class InitializeLecture {
  /** Stands for digital silence, since JSON has no infinity. */
  private static final double DIGITAL_SILENCE = -200;

  private final MediaProbe probe;
  private final LectureDecoder decoder;

  public InitializeLecture(MediaProbe probe, LectureDecoder decoder) {
    this.probe = probe;
    this.decoder = decoder;
  }

  /**
   * Writes the intermediates into a directory.
   *
   * @throws Problem {@code NOT_A_VIDEO} or {@code NO_VIDEO_STREAM}
   */
  public Recording run(Path lecture, Path directory, DoubleConsumer progress)
      throws InterruptedException {
    MediaInfo info = probe.probe(lecture);
    VideoStream video =
        info.video()
            .orElseThrow(() ->
                Problem.of(
                    ProblemKind.NO_VIDEO_STREAM,
                    "The file has sound only; upload the recording with its picture."));
    DecodedLecture decoded = decoder.decode(lecture, info, directory, progress);
    return new Recording(
        decoded.audio(),
        decoded.frames(),
        Seconds.toDuration(Seconds.of(decoded.duration())),
        decoded.truncated(),
        decoded.loudness().map(l -> new Loudness(finite(l.integrated()), finite(l.peak()))),
        decoded.channelLevels().stream().map(InitializeLecture::finite).toList(),
        video.width(),
        video.height());
  }

  private static double finite(double decibel) {
    return Math.max(DIGITAL_SILENCE, decibel);
  }
}
