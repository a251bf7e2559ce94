package org.lecturehighlights.platform.database.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One statement of a script.
 *
 * @param line of its first word, counted from 1
 * @param text as written, without its semicolon; comments inside it are kept, those before it are
 *     not
 * @param plain in lower case except for quoted names, without comments, with one space between
 *     words, and with empty literals, so that no rule is misled by a string
 */
public record SqlStatement(int line, String text, String plain) {

  private static final Pattern TRANSACTION =
      Pattern.compile(
          "(?:begin|commit|end|abort|start transaction|prepare transaction)\\b.*"
              + "|rollback\\b(?! (?:work |transaction )?to\\b).*");

  /** The same as in Flyway's PostgreSQLParser, so that both judge a script alike. */
  private static final Pattern OUTSIDE =
      Pattern.compile(
          "(?:create|drop)(?: unique)? index concurrently\\b.*"
              + "|(?:create|drop) (?:database|tablespace|subscription)\\b.*"
              + "|reindex (?:verbose )?(?:schema|database|system)\\b.*"
              + "|(?:alter system|vacuum|discard all)\\b.*");

  /** Whether it begins or ends a transaction; returning to a savepoint does neither. */
  public boolean controlsTransaction() {
    return TRANSACTION.matcher(plain).matches();
  }

  /** Whether PostgreSQL runs it only outside a transaction. */
  public boolean refusesTransaction() {
    return OUTSIDE.matcher(plain).matches();
  }

  /**
   * The parts that are separated by commas outside brackets, like the actions of an ALTER TABLE.
   */
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
