package org.lecturehighlights.lecture.transcript.parse;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.transcript.CaptionFlaws;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * Reads caption files as the world makes them: WebVTT, SubRip, SBV and TTML of any encoding. What
 * cannot be read costs itself alone, and {@link ReadCues} tells of it.
 */
public final class CueReader {
  /** An hour of captions takes about 100 kB. */
  public static final int LARGEST = 10 << 20;

  private static final int HEAD = 4000;
  private static final Pattern TTML = Pattern.compile("<(?:[\\w.-]{1,40}:)?tt[\\s>]");
  private static final Pattern WEB_VTT_TIMES =
      Pattern.compile("\\s*(?:\\d+:)?\\d+:\\d+\\.\\d+\\s+-->.*");

  private CueReader() {}

  /**
   * Reads the bytes of a caption file.
   *
   * @throws Problem {@code CAPTIONS_UNREADABLE} where there is no caption in them, with the line
   *     that shows it
   */
  public static ReadCues read(byte[] bytes) {
    if (bytes.length > LARGEST) {
      throw unreadable("they are larger than 10 MB");
    }
    FlawLog flaws = new FlawLog();
    return read(MarkedText.withoutNoncharacters(CaptionEncoding.decode(bytes, flaws)), flaws);
  }

  /** Reads text that is WebVTT, be there a cue in it or not. */
  public static ReadCues webVtt(String text) {
    FlawLog flaws = new FlawLog();
    CueBlocks blocks = new CueBlocks(CaptionDialect.WEB_VTT, flaws);
    return ReadCues.of(blocks.read(MarkedText.withoutNoncharacters(text)), flaws);
  }

  /** Whether a line of text would be taken for the times of a cue. */
  public static boolean looksLikeTimes(String line) {
    return !(TimingLine.withArrow(line, true) instanceof TimingLine.Text);
  }

  private static ReadCues read(String text, FlawLog flaws) {
    String head = text.substring(0, Math.min(text.length(), HEAD)).stripLeading();
    if (head.startsWith("{\\rtf")) {
      throw unreadable("line 1 says that they are a rich text document");
    }
    List<TimedCue> cues;
    boolean anyTimes;
    if (head.startsWith("<") && TTML.matcher(head).find()) {
      TimedText document = new TimedText(flaws);
      cues = document.read(text);
      anyTimes = document.hasTimes();
    } else {
      CueBlocks blocks = new CueBlocks(dialect(text), flaws);
      cues = blocks.read(text);
      anyTimes = blocks.hasTimes();
    }
    if (!anyTimes) {
      throw nothing(text, flaws);
    }
    return ReadCues.of(cues, flaws);
  }

  /** By the header or by the first times. */
  private static CaptionDialect dialect(String text) {
    TextLines lines = new TextLines(text);
    String before = "";
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (line.stripLeading().startsWith("WEBVTT") && before.isEmpty()) {
        return CaptionDialect.WEB_VTT;
      }
      if (TimingLine.withComma(line) instanceof TimingLine.Times) {
        return CaptionDialect.SUB_VIEWER;
      }
      if (TimingLine.withArrow(line, true) instanceof TimingLine.Times) {
        boolean headerIsMissing = before.isBlank() && WEB_VTT_TIMES.matcher(line).matches();
        return headerIsMissing ? CaptionDialect.WEB_VTT : CaptionDialect.SUB_RIP;
      }
      before = line;
    }
    return CaptionDialect.SUB_RIP;
  }

  private static Problem nothing(String text, FlawLog flaws) {
    CaptionFlaws leftOut = flaws.leftOut();
    TextLines lines = new TextLines(text);
    @Nullable String line = lines.next();
    while (line != null && (line.isBlank() || lines.number() < leftOut.line())) {
      line = lines.next();
    }
    if (line == null) {
      return unreadable("there is nothing after line " + lines.number());
    }
    String shown = line.strip();
    String quoted = shown.length() > 60 ? shown.substring(0, 60) + "…" : shown;
    String reason =
        leftOut.reason().equals(FlawLog.TIMES) || leftOut.reason().equals(FlawLog.MARKUP)
            ? leftOut.reason()
            : "there are no times such as 00:00:01.000 --> 00:00:04.000";
    return unreadable("line %d is “%s”, and %s".formatted(lines.number(), quoted, reason));
  }

  private static Problem unreadable(String reason) {
    return Problem.of(
        ProblemKind.CAPTIONS_UNREADABLE,
        "The captions cannot be read: " + reason + "; upload them as SRT or WebVTT.");
  }
}
