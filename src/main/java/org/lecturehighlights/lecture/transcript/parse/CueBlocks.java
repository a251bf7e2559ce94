package org.lecturehighlights.lecture.transcript.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.transcript.parse.TimingLine.Broken;
import org.lecturehighlights.lecture.transcript.parse.TimingLine.Text;
import org.lecturehighlights.lecture.transcript.parse.TimingLine.Times;

/**
 * Reads the formats that are made of lines: a cue begins with a line that has its times, whatever
 * stands before it, and its text goes on to the next one. So one bad block costs one cue.
 */
final class CueBlocks {
  private static final Pattern INDEX = Pattern.compile("\\s*+[#\\[(]?(\\d{1,9})[.:)\\]]?\\s*+");
  private static final Pattern METADATA = Pattern.compile("[A-Za-z][A-Za-z -]{0,30}\\s?[:=].*+");
  private static final Pattern MPEG_TIME = Pattern.compile("MPEGTS:\\s?(\\d{1,15})");
  private static final Pattern LOCAL_TIME = Pattern.compile("LOCAL:\\s?([\\d:.,]{1,20})");
  private static final Set<String> STYLES = Set.of("STYLE", "REGION");
  private static final int MPEG_TICKS_PER_MILLI = 90;

  private final CaptionDialect dialect;
  private final FlawLog flaws;
  private final CueList cues;
  private final List<Line> between = new ArrayList<>();
  private @Nullable OpenCue cue;

  /** Nothing before the next times belongs to a cue. */
  private boolean skipping;

  /** Whether text after an empty line is that of the cue before it. */
  private boolean continues;

  private @Nullable Long lastIndex;
  private int braces;
  private @Nullable Long shift;

  private record Line(int number, String text) {}

  CueBlocks(CaptionDialect dialect, FlawLog flaws) {
    this.dialect = dialect;
    this.flaws = flaws;
    this.cues = new CueList(flaws);
  }

  /** The cues as they come; {@link #hasTimes} tells whether there were any times. */
  List<TimedCue> read(String text) {
    TextLines lines = new TextLines(text);
    for (String line = lines.next(); line != null; line = lines.next()) {
      read(line, lines.number());
    }
    settle(false);
    return cues.cues();
  }

  boolean hasTimes() {
    return cues.anyTimes();
  }

  private void read(String line, int number) {
    switch (dialect.timing(line, blockStarts())) {
      case Times times -> {
        settle(true);
        cue = new OpenCue(dialect, times, number);
        skipping = false;
        continues = true;
      }
      case Broken _ -> {
        settle(true);
        flaws.leftOut(number, FlawLog.TIMES);
        skipping = true;
      }
      case Text _ -> text(line, number);
    }
  }

  /** Whether the next line follows an empty one or an index. */
  private boolean blockStarts() {
    OpenCue before = cue;
    if (!between.isEmpty()) {
      String line = between.getLast().text();
      return line.isEmpty() || isIndex(line);
    }
    @Nullable String last = before == null ? "" : before.lastLine();
    return last != null && (last.isEmpty() || isIndex(last));
  }

  private void text(String line, int number) {
    OpenCue before = cue;
    if (skipping) {
      return;
    }
    // YouTube begins some texts with a line of one blank.
    if (line.isEmpty() || (line.isBlank() && (before == null || before.hasText()))) {
      addBlank(number);
    } else if (before != null && between.isEmpty()) {
      before.add(line, number);
    } else {
      between.add(new Line(number, line));
    }
  }

  private void addBlank(int number) {
    if (between.isEmpty() || !between.getLast().text().isEmpty()) {
      between.add(new Line(number, ""));
    }
  }

  /** Ends the cue before, and sorts what stands between its text and the next times. */
  private void settle(boolean timesFollow) {
    OpenCue before = cue;
    @Nullable Long index = timesFollow ? takeIdentifier(before) : null;
    int from = 0;
    for (int to = 0; to <= between.size(); to++) {
      if (to == between.size() || between.get(to).text().isEmpty()) {
        if (to > from) {
          block(between.subList(from, to), before);
        }
        from = to + 1;
      }
    }
    lastIndex = index == null ? lastIndex : index;
    between.clear();
    braces = 0;
    cue = null;
    if (before != null) {
      cues.add(before);
    }
    if (shift != null) {
      cues.shift(shift);
      shift = null;
    }
  }

  /**
   * Takes away the line before the times, if it is not text: an index, or the identifier of WebVTT.
   *
   * @return the index
   */
  private @Nullable Long takeIdentifier(@Nullable OpenCue before) {
    if (between.isEmpty()) {
      return before == null ? null : takeIndex(before);
    }
    Long index = null;
    String last = between.getLast().text();
    boolean alone = between.size() == 1 || between.get(between.size() - 2).text().isEmpty();
    if (!last.isEmpty() && alone && isIdentifier(between.getLast())) {
      between.removeLast();
      index = isIndex(last) ? Long.valueOf(index(last)) : null;
    }
    while (!between.isEmpty()
        && (between.getLast().text().isEmpty() || isIndex(between.getLast().text()))) {
      String line = between.removeLast().text();
      index = index == null && !line.isEmpty() ? Long.valueOf(index(line)) : index;
    }
    return index;
  }

  /**
   * Where no empty line stands between cues, the last line of the text is the index of the next.
   */
  private @Nullable Long takeIndex(OpenCue before) {
    String last = before.lastLine();
    if (last == null || lastIndex == null || !isIndex(last)) {
      return null;
    }
    long index = index(last);
    if (before.lines() == 1 && index != lastIndex + 1) {
      return null;
    }
    before.removeLastLine();
    return index;
  }

  private boolean isIdentifier(Line line) {
    return dialect == CaptionDialect.WEB_VTT && !isHeader(line);
  }

  /** A block without times. */
  private void block(List<Line> lines, @Nullable OpenCue before) {
    Line first = lines.getFirst();
    if (dialect == CaptionDialect.WEB_VTT && isOfWebVtt(lines)) {
      continues = false;
      return;
    }
    boolean numbered =
        lastIndex != null && isIndex(first.text()) && index(first.text()) == lastIndex + 1;
    if (numbered) {
      lastIndex = index(first.text());
      if (lines.size() == 1) {
        return;
      }
    }
    if (before != null && continues && !numbered) {
      lines.forEach(line -> before.add(line.text(), line.number()));
      flaws.mended(first.number(), FlawLog.BLANK_LINE);
    } else if (before != null || !lines.stream().allMatch(line -> isMetadata(line.text()))) {
      continues = false;
      flaws.leftOut(first.number(), FlawLog.NO_TIMES);
    }
  }

  /** Headers, notes, styles and regions; their braces may hold empty lines. */
  private boolean isOfWebVtt(List<Line> lines) {
    String first = lines.getFirst().text();
    boolean style =
        lines.stream().map(line -> line.text().strip()).anyMatch(STYLES::contains)
            && (isHeader(lines.getFirst()) || STYLES.contains(first.strip()));
    boolean known =
        isHeader(lines.getFirst())
            || first.equals("NOTE")
            || first.startsWith("NOTE ")
            || first.startsWith("NOTE\t")
            || first.startsWith("X-TIMESTAMP-MAP");
    if (known) {
      lines.forEach(line -> map(line.text()));
    }
    if (style || braces > 0) {
      for (Line line : lines) {
        braces += (int) line.text().chars().filter(c -> c == '{').count();
        braces -= (int) line.text().chars().filter(c -> c == '}').count();
      }
      return true;
    }
    return known;
  }

  /** The clock of a stream: how far its cues are from its pictures. */
  private void map(String line) {
    if (!line.startsWith("X-TIMESTAMP-MAP")) {
      return;
    }
    Matcher mpeg = MPEG_TIME.matcher(line);
    Matcher local = LOCAL_TIME.matcher(line);
    OptionalLong millis = local.find() ? ClockTime.millis(local.group(1)) : OptionalLong.of(0);
    if (mpeg.find() && millis.isPresent()) {
      long picture = Math.round(Long.parseLong(mpeg.group(1)) / (double) MPEG_TICKS_PER_MILLI);
      shift = picture - millis.getAsLong();
    }
  }

  private static boolean isHeader(Line line) {
    return line.text().startsWith("WEBVTT");
  }

  private boolean isMetadata(String line) {
    return METADATA.matcher(line).matches();
  }

  private static boolean isIndex(String line) {
    return line.length() < 20 && INDEX.matcher(line).matches();
  }

  private static long index(String line) {
    Matcher index = INDEX.matcher(line);
    return index.matches() ? Long.parseLong(index.group(1)) : 0;
  }
}
