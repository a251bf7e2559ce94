package org.lecturehighlights.database.statement;

import java.util.ArrayList;
import java.util.List;

/**
 * One statement of a script.
 *
 * @param line of its first word, counted from 1
 * @param text as written, without its semicolon; comments within are kept, those before are not
 * @param plain in lower case but for quoted names, without comments, with one space between words,
 *     and with empty literals: what a rule may look at without being misled by a string
 */
public record SqlStatement(int line, String text, String plain) {

  /** The parts that a comma separates outside of brackets, like the actions of an ALTER TABLE. */
  public static List<String> parts(String plain) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < plain.length(); i++) {
      switch (plain.charAt(i)) {
        case '(' -> depth++;
        case ')' -> depth--;
        case ',' -> {
          if (depth == 0) {
            parts.add(plain.substring(start, i).strip());
            start = i + 1;
          }
        }
        default -> {}
      }
    }
    parts.add(plain.substring(start).strip());
    return parts;
  }
}
