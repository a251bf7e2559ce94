package org.lecturehighlights.lecture.transcript.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a cue as its format's markup left it, with marks where the format says at what time a
 * word begins.
 *
 * @param speaker where the markup names one
 */
record MarkedText(String text, @Nullable String speaker) {
  /** Around the milliseconds of a mark: characters that no text may have. */
  private static final char MARK = '\ufdd0';

  private static final char END_OF_MARK = '\ufdd1';
  private static final Pattern MARKS = Pattern.compile("\ufdd0\\d++\ufdd1");
  private static final Pattern NEVER_IN_TEXT = Pattern.compile("[\ufdd0-\ufdef\ufeff\\x00]");

  /**
   * {@code [Music]} and {@code (applause)}, the latter on a line of its own: sounds, not speech.
   */
  private static final Pattern BRACKETS =
      Pattern.compile("\\[([^\\[\\]\\n]*+)]|(?m)^[^\\S\\n]*+\\(([^()\\n]*+)\\)[^\\S\\n]*+$");

  /** What brackets around a sound hold; those of code and mathematics hold something else. */
  private static final Pattern SOUND =
      Pattern.compile("[\\s♪♫_>-]*+\\p{L}[\\p{L}\\p{M}]{2,}+[\\p{L}\\p{M}\\d\\s'’.:!?&/♪♫-]*+");

  /** The same where the brackets fill their line. */
  private static final Pattern SOUNDS =
      Pattern.compile("[\\s♪♫_>-]*+\\p{L}[\\p{L}\\p{M}]+[\\p{L}\\p{M}\\d\\s'’,;.:!?&/♪♫-]*+");

  private static final Pattern BLEEP = Pattern.compile("[\\s_♪♫]++");
  private static final Pattern NOTES = Pattern.compile("[♪♫]++");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u00ad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069]++");
  private static final Pattern SPACES =
      Pattern.compile("[\\s\\u00a0\\u2000-\\u200a\\u2028\\u2029\\u202f\\u3000]++");
  private static final Pattern SPEAKER_CHANGE = Pattern.compile("^(?:>>++|-)\\s++");
  private static final int LONGEST_SPEAKER = 50;

  /** Takes out of a file what the marks are made of, and what no text has. */
  static String withoutNoncharacters(String text) {
    return NEVER_IN_TEXT.matcher(text).replaceAll("");
  }

  static String mark(long millis) {
    return millis < 0 ? "" : MARK + Long.toString(millis) + END_OF_MARK;
  }

  /** Without sounds, superfluous space and dashes of dialogues; marks stay where they are. */
  MarkedText tidy() {
    StringBuilder kept = new StringBuilder();
    for (String line : NOTES.matcher(withoutSounds()).replaceAll(" ").split("\n", -1)) {
      String visible = INVISIBLE.matcher(line).replaceAll("");
      String tidy = SPACES.matcher(visible).replaceAll(" ").strip();
      boolean marksAlone = MARKS.matcher(tidy).replaceAll("").isBlank();
      if (!tidy.isEmpty()) {
        kept.append(kept.isEmpty() || marksAlone ? "" : "\n").append(tidy);
      }
    }
    return new MarkedText(SPEAKER_CHANGE.matcher(kept).replaceFirst(""), shortened(speaker));
  }

  private String withoutSounds() {
    Matcher brackets = BRACKETS.matcher(text);
    StringBuilder rest = new StringBuilder();
    while (brackets.find()) {
      boolean square = brackets.group(1) != null;
      String said = MARKS.matcher(square ? brackets.group(1) : brackets.group(2)).replaceAll("");
      boolean line = isLine(brackets.start(), brackets.end());
      boolean sound =
          BLEEP.matcher(said).matches()
              || ((line ? SOUNDS : SOUND).matcher(said).matches() && !isPartOfCode(brackets));
      brackets.appendReplacement(rest, sound ? " " : Matcher.quoteReplacement(brackets.group()));
    }
    return brackets.appendTail(rest).toString();
  }

  private boolean isLine(int start, int end) {
    return (start == 0 || text.charAt(start - 1) == '\n')
        && (end == text.length() || text.charAt(end) == '\n');
  }

  /** {@code names[index]} and {@code [first](second)} are code. */
  private boolean isPartOfCode(Matcher brackets) {
    int before = brackets.start() - 1;
    int after = brackets.end();
    return (before >= 0
            && (Character.isLetterOrDigit(text.charAt(before))
                || "_)]".indexOf(text.charAt(before)) >= 0))
        || (after < text.length() && "([=".indexOf(text.charAt(after)) >= 0);
  }

  private static @Nullable String shortened(@Nullable String speaker) {
    if (speaker == null) {
      return null;
    }
    String name = SPACES.matcher(speaker).replaceAll(" ").strip();
    int letters = Math.min(name.codePointCount(0, name.length()), LONGEST_SPEAKER);
    return name.isEmpty() ? null : name.substring(0, name.offsetByCodePoints(0, letters));
  }

  /** Whether nothing is said. */
  boolean isSilent() {
    return plain().isBlank();
  }

  /** What is said, without marks. */
  String plain() {
    if (text.indexOf(MARK) < 0) {
      return text;
    }
    String unmarked = MARKS.matcher(text).replaceAll("");
    return unmarked.replaceAll("(?m)^ ++| ++$", "").replaceAll(" {2,}+", " ");
  }

  /**
   * When each word of the plain text begins, in milliseconds, −1 where that is not known; empty
   * where no word has a mark. A mark stands before its word, or before the space that precedes it.
   */
  List<Long> wordStarts() {
    if (text.indexOf(MARK) < 0) {
      return List.of();
    }
    List<Long> starts = new ArrayList<>();
    long pending = -1;
    boolean within = false;
    boolean any = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == MARK) {
        int end = text.indexOf(END_OF_MARK, i);
        pending = Long.parseLong(text, i + 1, end, 10);
        i = end;
      } else if (Character.isWhitespace(c)) {
        within = false;
      } else {
        if (!within) {
          starts.add(pending);
          any |= pending >= 0;
        }
        within = true;
        pending = -1;
      }
    }
    return any ? starts : List.of();
  }
}
