package org.lecturehighlights.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.app.pipeline.Recording.Part;
import org.lecturehighlights.lecture.media.MediaInfo;
import org.lecturehighlights.lecture.media.VideoStream;
import org.lecturehighlights.lecture.media.decode.DecodedLecture;
import org.lecturehighlights.lecture.media.decode.LectureDecoder;
import org.lecturehighlights.lecture.media.decode.Loudness;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Warning;

/**
 * Probes a lecture, decodes it and extracts its captions, once. Ends with {@code NOT_A_VIDEO} or
 * {@code NO_VIDEO_STREAM} if it has no picture.
 */
final class InitializeLecture implements StageWork {
  /** Stands for digital silence, because JSON has no infinity. */
  private static final double DIGITAL_SILENCE = -200;

  private final LectureTools tools;

  InitializeLecture(LectureTools tools) {
    this.tools = tools;
  }

  @Override
  public StageResult run(Findings findings, Path workDirectory, DoubleConsumer progress)
      throws InterruptedException, IOException {
    Recording recording = findings.recording();
    MediaInfo info = recording.info();
    VideoStream video =
        info.video()
            .orElseThrow(() ->
                Problem.of(
                    ProblemKind.NO_VIDEO_STREAM,
                    "The file has only sound. Upload a recording with a picture."));
    DecodedLecture decoded =
        new LectureDecoder(tools.ffmpeg())
            .decode(recording.original(), info, workDirectory, progress);
    Map<Part, Path> files = new EnumMap<>(Part.class);
    decoded.audio().ifPresent(audio -> files.put(Part.AUDIO, audio));
    decoded.frames().ifPresent(frames -> files.put(Part.FRAMES, frames));
    List<Warning> warnings = new ArrayList<>(LectureWarnings.ofTruncation(decoded.truncated()));
    if (!recording.has(Part.CAPTIONS)) {
      EmbeddedCaptions embedded = EmbeddedCaptions.of(recording, tools.captions());
      warnings.addAll(embedded.warnings());
      if (embedded.webVtt().isPresent()) {
        Path captions = workDirectory.resolve("captions.vtt");
        files.put(Part.EMBEDDED_CAPTIONS, Files.writeString(captions, embedded.webVtt().get()));
      }
    }
    return new StageResult.Initialized(facts(info, video, decoded), files, warnings);
  }

  private static Recording.Facts facts(MediaInfo info, VideoStream video, DecodedLecture decoded) {
    List<Double> levels = decoded.channelLevels().stream().map(InitializeLecture::finite).toList();
    return new Recording.Facts(
        Optional.of(info),
        Seconds.toDuration(Seconds.of(decoded.duration())),
        decoded.truncated(),
        decoded.loudness().map(l -> new Loudness(finite(l.integrated()), finite(l.peak()))),
        levels,
        video.width(),
        video.height());
  }

  private static double finite(double decibel) {
    return Math.max(DIGITAL_SILENCE, decibel);
  }
}
