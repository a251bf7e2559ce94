package org.lecturehighlights.lecture.media.decode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.lecture.media.MediaInfo;
import org.lecturehighlights.lecture.media.process.Containers;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.media.process.FfmpegCommand;
import org.lecturehighlights.lecture.media.process.FfmpegOutcome;
import org.lecturehighlights.lecture.media.process.FfmpegPurpose;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * Decodes a lecture once, into small intermediates for all analyses. One process does it all, since
 * each further pass would cost as much as the first.
 */
public final class LectureDecoder {
  /** Codecs whose frames that no other refers to can be left out, which halves the work. */
  private static final Set<String> SKIPPABLE = Set.of("h264", "hevc");

  /** Containers round their duration, and tracks end at different moments. */
  private static final Duration USUAL_DIFFERENCE = Duration.ofSeconds(2);

  /** Some recorders declare too little; whoever declares far less than there is sets a trap. */
  private static final Duration TOLERATED_EXCESS = Duration.ofSeconds(60);

  private final Ffmpeg ffmpeg;

  public LectureDecoder(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /**
   * Writes {@code audio.flac} and {@code frames.mkv} into a directory.
   *
   * @param directory exists; files of these names are replaced
   * @throws Problem {@code MEDIA_DAMAGED} where nothing can be decoded, {@code
   *     MEDIA_LIMIT_EXCEEDED} also where there is much more than the file declares
   */
  public DecodedLecture decode(
      Path lecture, MediaInfo info, Path directory, DoubleConsumer progress)
      throws InterruptedException {
    Path audio = directory.resolve("audio.flac");
    Path frames = directory.resolve("frames.mkv");
    Duration most = info.duration().multipliedBy(3).dividedBy(2).plus(TOLERATED_EXCESS);
    FfmpegCommand command =
        new FfmpegCommand(FfmpegPurpose.DECODE)
            .input(Containers.LECTURE, lecture, inputOptions(info, most));
    command.with("-filter_complex", filters(info, most));
    if (info.audio().isPresent()) {
      command.with("-map", "[sound]", "-c:a", "flac", "-map_metadata", "-1").output(audio);
    }
    if (info.video().isPresent()) {
      // Without loss, and a static slide costs a few bytes a frame.
      command
          .with("-map", "[picture]", "-c:v", "libx264", "-preset", "ultrafast", "-qp", "0")
          .with("-g", "240", "-map_metadata", "-1")
          .output(frames);
    }
    FfmpegOutcome outcome = ffmpeg.run(command, info.duration(), progress);
    requireHonest(outcome, info, most);
    AudioReport report = AudioReport.read(outcome.log());
    return new DecodedLecture(
        info.audio().map(_ -> audio),
        info.video().map(_ -> frames),
        outcome.written(),
        isTruncated(info.duration(), outcome.written()),
        report.loudness(),
        report.channelLevels());
  }

  private static String[] inputOptions(MediaInfo info, Duration most) {
    List<String> options = new ArrayList<>(List.of("-t", most.toMillis() + "ms"));
    if (info.video().filter(v -> SKIPPABLE.contains(v.codec())).isPresent()) {
      options.addAll(List.of("-skip_frame", "noref"));
    }
    return options.toArray(String[]::new);
  }

  private static void requireHonest(FfmpegOutcome outcome, MediaInfo info, Duration most) {
    Duration decoded = outcome.written();
    if (decoded.isZero() || (info.video().isPresent() && outcome.frames() == 0)) {
      throw Problem.of(
          ProblemKind.MEDIA_DAMAGED,
          "The file has no picture or sound that can be decoded; export the recording again.");
    }
    if (decoded.plusSeconds(1).compareTo(most) > 0) {
      throw Problem.of(
          ProblemKind.MEDIA_LIMIT_EXCEEDED,
          "The file says that it takes %d seconds, but holds far more; export the recording again."
              .formatted(info.duration().toSeconds()));
    }
  }

  /** Both tracks start at the lecture's zero: gaps are filled, a late start is padded. */
  private static String filters(MediaInfo info, Duration most) {
    List<String> chains = new ArrayList<>();
    info.audio()
        .ifPresent(track ->
            chains.add(
                "[0:"
                    + track.index()
                    + "]astats=measure_perchannel=RMS_level:measure_overall=none,"
                    + "ebur128=peak=sample:framelog=verbose,"
                    + "aresample="
                    + AudioSamples.RATE
                    + ":async=1:first_pts=0,"
                    + "aformat=sample_fmts=s16:channel_layouts=mono[sound]"));
    info.video()
        .ifPresent(picture ->
            chains.add(
                "[0:"
                    + picture.index()
                    + "]fps="
                    + GrayFrames.RATE
                    // A last frame may claim to be shown for days.
                    + ":start_time=0,trim=end="
                    + most.toSeconds()
                    + ",scale="
                    + GrayFrames.WIDTH
                    + ":"
                    + GrayFrames.HEIGHT
                    + ":flags=area,format=gray[picture]"));
    return String.join(";", chains);
  }

  private static boolean isTruncated(Duration declared, Duration decoded) {
    Duration missing = declared.minus(decoded);
    return missing.compareTo(USUAL_DIFFERENCE) > 0
        && missing.toMillis() > declared.toMillis() / 100;
  }
}
