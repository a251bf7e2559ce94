package org.lecturehighlights.lecture.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.lecturehighlights.lecture.media.process.Containers;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.media.process.FfmpegCommand;
import org.lecturehighlights.lecture.media.process.FfmpegOutput;
import org.lecturehighlights.lecture.media.process.FfmpegPurpose;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * Turns captions of any kind into WebVTT in UTF-8 with line feeds, so that one reader serves. Times
 * are lecture time.
 */
public final class CaptionConverter {
  /** An hour of captions takes about 100 kB. */
  private static final int LARGEST = 10 << 20;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Ffmpeg ffmpeg;

  public CaptionConverter(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /**
   * Converts a SubRip or WebVTT file of whatever encoding and line ends.
   *
   * @throws Problem {@code CAPTIONS_UNREADABLE} for anything without a single caption
   */
  public String toWebVtt(Path captions) throws InterruptedException {
    try {
      if (Files.size(captions) > LARGEST) {
        throw unreadable("they are larger than 10 MB");
      }
      String text = text(Files.readAllBytes(captions));
      boolean webVtt = text.startsWith("WEBVTT");
      Path clean = Files.createTempFile("captions", webVtt ? ".vtt" : ".srt");
      try {
        Files.writeString(clean, text);
        // WebVTT is only checked: a conversion would lose who speaks.
        String codec = webVtt ? "copy" : "webvtt";
        return convert(
            new FfmpegCommand(FfmpegPurpose.CAPTIONS)
                .input(Containers.CAPTIONS, clean, "-f", webVtt ? "webvtt" : "srt")
                .with("-map", "0:s:0", "-c:s", codec),
            ffmpeg.limits().inspection());
      } finally {
        Files.delete(clean);
      }
    } catch (IOException cause) {
      throw Problem.of(
          ProblemKind.CAPTIONS_UNREADABLE, "The caption file cannot be opened.", cause);
    }
  }

  /**
   * Takes captions out of the lecture itself.
   *
   * @param streamIndex {@link MediaInfo#textSubtitles}
   */
  public String embedded(Path lecture, int streamIndex) throws InterruptedException {
    return convert(
        new FfmpegCommand(FfmpegPurpose.CAPTIONS)
            .input(Containers.LECTURE, lecture)
            .with("-map", "0:" + streamIndex, "-c:s", "webvtt"),
        ffmpeg.limits().run());
  }

  private String convert(FfmpegCommand command, Duration limit) throws InterruptedException {
    command.with("-f", "webvtt").standardOutput();
    try (FfmpegOutput output = ffmpeg.open(command, limit)) {
      byte[] bytes = output.readNBytes(LARGEST);
      // As WebVTT itself says, section 4.1; the database has no zero byte in texts.
      String webVtt = new String(bytes, StandardCharsets.UTF_8).replace('\0', '\ufffd');
      if (!webVtt.contains("-->")) {
        throw unreadable("there is no caption in them");
      }
      return webVtt;
    } catch (IOException cause) {
      throw Problem.of(
          ProblemKind.CAPTIONS_UNREADABLE, "The captions could not be converted.", cause);
    } catch (Problem failure) {
      throw switch (failure.kind()) {
        case MEDIA_FAILED, MEDIA_DAMAGED -> unreadable("they are no captions or damaged");
        case MEDIA_LIMIT_EXCEEDED -> unreadable("it takes too much to read them");
        default -> failure;
      };
    }
  }

  /** UTF-16 says so itself; what is not UTF-8 is from an old Windows program. */
  private static String text(byte[] bytes) {
    String text = decode(bytes).replace("\r\n", "\n").replace('\r', '\n');
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static String decode(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xff + 0xfe) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  private static Problem unreadable(String reason) {
    return Problem.of(
        ProblemKind.CAPTIONS_UNREADABLE,
        "The captions cannot be read: " + reason + "; upload them as SRT or WebVTT.");
  }
}
