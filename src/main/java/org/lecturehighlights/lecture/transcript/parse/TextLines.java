package org.lecturehighlights.lecture.transcript.parse;

import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, one after the other, so that no copy of a large file is needed. A line ends
 * with CR, LF or CRLF, mixed as they come; {@code CR CR LF} is what a file looks like after its
 * line ends were converted twice, and ends one line.
 */
final class TextLines {
  private final String text;
  private int position;
  private int number;

  TextLines(String text) {
    this.text = text;
  }

  /** The next line without its end; null after the last one. */
  @Nullable String next() {
    if (position >= text.length()) {
      return null;
    }
    int end = position;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    String line = text.substring(position, end);
    position = end + lengthOfEnd(end);
    number++;
    return line;
  }

  /** Of the line that {@link #next} returned last, from 1. */
  int number() {
    return number;
  }

  private int lengthOfEnd(int end) {
    for (String mark : new String[] {"\r\n", "\r\r\n"}) {
      if (text.startsWith(mark, end)) {
        return mark.length();
      }
    }
    return end < text.length() ? 1 : 0;
  }
}
