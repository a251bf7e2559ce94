package org.lecturehighlights.lecture.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lecturehighlights.lecture.media.process.Containers;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.media.process.FfmpegCommand;
import org.lecturehighlights.lecture.media.process.FfmpegOutput;
import org.lecturehighlights.lecture.media.process.FfmpegPurpose;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Takes captions out of a lecture, as the file that their track was made of. */
public final class CaptionExtractor {
  /** An hour of captions takes about 100 kB. */
  private static final int LARGEST = 10 << 20;

  private final Ffmpeg ffmpeg;

  public CaptionExtractor(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /** How a track becomes a file. ffmpeg refuses a way that is not the track's at its first look. */
  private enum Way {
    /** Matroska keeps SubRip as it was; ffmpeg's own decoder would take code for markup. */
    SUB_RIP("copy", "srt"),
    WEB_VTT("copy", "webvtt"),
    /** Everything else: the text of MP4 and SubStation Alpha. */
    CONVERTED("srt", "srt");

    private final String codec;
    private final String format;

    Way(String codec, String format) {
      this.codec = codec;
      this.format = format;
    }
  }

  /**
   * The first track of text as a SubRip or WebVTT file.
   *
   * @return its bytes, times in lecture time; empty where there is no such track or nothing in it
   * @throws Problem {@code CAPTIONS_UNREADABLE} for a damaged track
   */
  public Optional<byte[]> extract(Path lecture, MediaInfo info) throws InterruptedException {
    if (info.textSubtitles().isEmpty()) {
      return Optional.empty();
    }
    int stream = info.textSubtitles().getAsInt();
    boolean mp4 = info.containers().contains("mp4");
    for (Way way : mp4 ? List.<Way>of() : List.of(Way.SUB_RIP, Way.WEB_VTT)) {
      try {
        return nonEmpty(extract(lecture, stream, way));
      } catch (Problem refused) {
        if (!isOfTheTrack(refused)) {
          throw unreadable(refused);
        }
      }
    }
    try {
      return nonEmpty(extract(lecture, stream, Way.CONVERTED));
    } catch (Problem refused) {
      throw unreadable(refused);
    }
  }

  private byte[] extract(Path lecture, int stream, Way way) throws InterruptedException {
    FfmpegCommand command =
        new FfmpegCommand(FfmpegPurpose.CAPTIONS)
            .input(Containers.LECTURE, lecture)
            .with("-map", "0:" + stream, "-c:s", way.codec, "-f", way.format)
            .standardOutput();
    try (FfmpegOutput output = ffmpeg.open(command, ffmpeg.limits().run())) {
      byte[] bytes = output.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw Problem.of(
            ProblemKind.CAPTIONS_UNREADABLE, "The captions in the file are larger than 10 MB.");
      }
      return bytes;
    } catch (IOException cause) {
      throw Problem.of(
          ProblemKind.CAPTIONS_UNREADABLE, "The captions in the file could not be read.", cause);
    }
  }

  private static Optional<byte[]> nonEmpty(byte[] file) {
    boolean cues = new String(file, StandardCharsets.ISO_8859_1).contains("-->");
    return cues ? Optional.of(file) : Optional.empty();
  }

  private static boolean isOfTheTrack(Problem refused) {
    return refused.kind() == ProblemKind.MEDIA_FAILED
        || refused.kind() == ProblemKind.MEDIA_DAMAGED;
  }

  private static Problem unreadable(Problem failure) {
    return switch (failure.kind()) {
      case MEDIA_FAILED, MEDIA_DAMAGED ->
          Problem.of(
              ProblemKind.CAPTIONS_UNREADABLE, "The captions in the file are damaged.", failure);
      case MEDIA_LIMIT_EXCEEDED ->
          Problem.of(
              ProblemKind.CAPTIONS_UNREADABLE,
              "It takes too much to read the captions in the file.",
              failure);
      default -> failure;
    };
  }
}
