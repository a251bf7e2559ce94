package org.lecturehighlights.lecture.transcript.parse;

import java.util.HashMap;
import java.util.Map;

/**
 * Tells the tags of a caption from the angle brackets of code. Markup of captions is closed again,
 * or stands apart from the word before it; {@code Set<b>} is neither.
 */
final class CodeOrTag {
  private final String payload;
  private final Map<String, Integer> lastEnds = new HashMap<>();

  CodeOrTag(String payload) {
    this.payload = payload;
  }

  /** Whether the opening tag at this place is a part of the word before it. */
  boolean isCode(int at, String name) {
    boolean glued =
        name.length() == 1 && at > 0 && Character.isLetterOrDigit(payload.charAt(at - 1));
    return glued && lastEnds.computeIfAbsent(name, this::lastEnd) < at;
  }

  private int lastEnd(String name) {
    String end = "</" + name;
    for (int at = payload.length() - end.length(); at >= 0; at--) {
      if (payload.regionMatches(true, at, end, 0, end.length())) {
        return at;
      }
    }
    return -1;
  }
}
