package org.lecturehighlights.lecture.transcript.captions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lecturehighlights.lecture.transcript.CaptionFlaws;
import org.lecturehighlights.lecture.transcript.parse.CueReader;
import org.lecturehighlights.lecture.transcript.parse.ReadCues;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Warning;

/**
 * What was read of captions.
 *
 * @param cues by start, not overlapping, none empty
 * @param leftOut what could not be read
 * @param mended what was read although its format forbids it
 */
public record Captions(List<Cue> cues, CaptionFlaws leftOut, CaptionFlaws mended) {
  /** The size of the largest caption file that is read. */
  public static final int LARGEST_BYTES = CueReader.LARGEST;

  private static final Pattern NOTE =
      Pattern.compile(
          "(?m)^NOTE (left out|mended): (\\d{1,9}) from line (\\d{1,9}) on, where (.{1,200})$");

  public Captions {
    cues = List.copyOf(cues);
  }

  /**
   * Reads the bytes of a caption file: WebVTT, SubRip, SBV or TTML of any encoding.
   *
   * @throws Problem {@code CAPTIONS_UNREADABLE} where there is no caption in them, with the line
   *     that shows it
   */
  public static Captions read(byte[] bytes) {
    return of(CueReader.read(bytes));
  }

  /** {@link #read(byte[])} of a stream, of which no more than the largest file is read. */
  public static Captions read(InputStream bytes) throws IOException {
    return read(bytes.readNBytes(CueReader.LARGEST + 1));
  }

  /** {@link #read(byte[])} of a file. */
  public static Captions read(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      return read(bytes);
    } catch (IOException cause) {
      throw Problem.of(
          ProblemKind.CAPTIONS_UNREADABLE, "The caption file cannot be opened.", cause);
    }
  }

  private static Captions of(ReadCues read) {
    List<Cue> cues =
        read.cues().stream()
            .map(cue -> new Cue(cue.span(), cue.text(), cue.speaker(), cue.words()))
            .toList();
    return new Captions(cues, read.leftOut(), read.mended());
  }

  /** The WebVTT that is kept of them: with the times of words, and with notes of what was wrong. */
  public String toWebVtt() {
    List<String> notes = new ArrayList<>();
    note(notes, "left out", leftOut);
    note(notes, "mended", mended);
    return WebVtt.writeTimed(cues, notes);
  }

  /** What {@link #toWebVtt} wrote, or an earlier version or ffmpeg in its place. */
  public static Captions ofWebVtt(String kept) {
    Captions read = of(CueReader.webVtt(kept));
    String head = kept.substring(0, Math.min(kept.length(), 1000));
    return new Captions(read.cues(), flaws(head, "left out"), flaws(head, "mended"));
  }

  /** What the reader of the results is told of what was wrong. */
  public List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    if (leftOut.count() > 0) {
      warnings.add(
          new Warning(
              "CAPTIONS_INCOMPLETE",
              "%s of the captions could not be read and %s left out. The first is in line %d: %s."
                  .formatted(
                      leftOut.count() == 1 ? "One part" : leftOut.count() + " parts",
                      leftOut.count() == 1 ? "was" : "were",
                      leftOut.line(),
                      leftOut.reason())));
    }
    if (mended.count() > 0) {
      warnings.add(
          new Warning(
              "CAPTIONS_MENDED",
              "%s of the captions %s written incorrectly but could be read. The first is in line %d: %s."
                  .formatted(
                      mended.count() == 1 ? "One part" : mended.count() + " parts",
                      mended.count() == 1 ? "is" : "are",
                      mended.line(),
                      mended.reason())));
    }
    return warnings;
  }

  private static void note(List<String> notes, String kind, CaptionFlaws flaws) {
    if (flaws.count() > 0) {
      notes.add(
          "NOTE %s: %d from line %d on, where %s"
              .formatted(kind, flaws.count(), flaws.line(), flaws.reason()));
    }
  }

  private static CaptionFlaws flaws(String head, String kind) {
    Matcher note = NOTE.matcher(head);
    while (note.find()) {
      if (note.group(1).equals(kind)) {
        return new CaptionFlaws(
            Integer.parseInt(note.group(2)), Integer.parseInt(note.group(3)), note.group(4));
      }
    }
    return CaptionFlaws.NONE;
  }
}
