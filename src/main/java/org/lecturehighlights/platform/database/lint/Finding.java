package org.lecturehighlights.platform.database.lint;

/**
 * A statement that breaks a rule.
 *
 * @param script the file's name
 * @param line of the statement's first word, counted from 1
 */
public record Finding(String script, int line, Rule rule) {

  @Override
  public String toString() {
    return "%s:%d: %s: %s".formatted(script, line, rule.id(), rule.reason());
  }
}
