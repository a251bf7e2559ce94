package org.lecturehighlights.platform.database.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Splits a script at the semicolons that end statements, not at those in literals, quoted names,
 * dollar-quoted bodies or comments. Lexical rules: PostgreSQL 18, section 4.1.
 */
public final class SqlScript {
  private static final Pattern DOLLAR = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]*)?\\$");

  private final String script;
  private final List<SqlStatement> statements = new ArrayList<>();
  private final StringBuilder plain = new StringBuilder();
  private int position;
  private int start = -1;

  /** How many ENDs are needed to close the current BEGIN ATOMIC body. */
  private int openBodies;

  private SqlScript(String script) {
    this.script = script;
  }

  /** The statements in order, without empty ones. */
  public static List<SqlStatement> statements(String script) {
    var reader = new SqlScript(script);
    while (reader.position < script.length()) {
      reader.readToken();
    }
    reader.endStatement();
    return List.copyOf(reader.statements);
  }

  @SuppressWarnings("BadInstanceof") // binds a tag that is not null
  private void readToken() {
    char c = script.charAt(position);
    if (Character.isWhitespace(c)) {
      space();
      position++;
    } else if (script.startsWith("--", position)) {
      space();
      position = endOf("\n", position);
    } else if (script.startsWith("/*", position)) {
      space();
      position = endOfBlockComment();
    } else if (c == ';') {
      if (openBodies > 0) {
        plain.append(c);
      } else {
        endStatement();
      }
      position++;
    } else {
      begin();
      if (c == '\'') {
        literal(endOfQuoted('\'', escapes()));
      } else if (c == '"') {
        int end = endOfQuoted('"', false);
        plain.append(script, position, end);
        position = end;
      } else if (c == '$' && dollarTag() instanceof String tag) {
        literal(endOf(tag, position + tag.length()));
      } else if (Character.isLetter(c) || c == '_') {
        word();
      } else {
        plain.append(Character.toLowerCase(c));
        position++;
      }
    }
  }

  private void word() {
    int end = position;
    while (end < script.length()
        && (Character.isLetterOrDigit(script.charAt(end))
            || "_$".indexOf(script.charAt(end)) >= 0)) {
      end++;
    }
    String word = script.substring(position, end).toLowerCase(Locale.ROOT);
    boolean opens =
        openBodies > 0
            ? word.equals("case")
            : word.equals("atomic") && plain.toString().endsWith(" begin ");
    if (opens) {
      openBodies++;
    } else if (openBodies > 0 && word.equals("end")) {
      openBodies--;
    }
    plain.append(word);
    position = end;
  }

  private void literal(int end) {
    plain.append("''");
    position = end;
  }

  /** Whether the literal at this point may contain escapes with backslashes, {@code E'…'}. */
  private boolean escapes() {
    boolean marked = position > 0 && Character.toUpperCase(script.charAt(position - 1)) == 'E';
    return marked && (position == 1 || !Character.isLetterOrDigit(script.charAt(position - 2)));
  }

  private int endOfQuoted(char quote, boolean escapes) {
    int i = position + 1;
    while (i < script.length()) {
      char c = script.charAt(i);
      if (c == quote && i + 1 < script.length() && script.charAt(i + 1) == quote) {
        i += 2;
      } else if (c == quote) {
        return i + 1;
      } else {
        i += escapes && c == '\\' ? 2 : 1;
      }
    }
    return script.length();
  }

  private @Nullable String dollarTag() {
    boolean inName = position > 0 && Character.isLetterOrDigit(script.charAt(position - 1));
    Matcher tag = DOLLAR.matcher(script).region(position, script.length());
    return !inName && tag.lookingAt() ? tag.group() : null;
  }

  private int endOfBlockComment() {
    int depth = 0;
    int i = position;
    while (i < script.length()) {
      if (script.startsWith("/*", i)) {
        depth++;
        i += 2;
      } else if (script.startsWith("*/", i)) {
        depth--;
        i += 2;
        if (depth == 0) {
          return i;
        }
      } else {
        i++;
      }
    }
    return script.length();
  }

  private int endOf(String end, int from) {
    int at = script.indexOf(end, from);
    return at < 0 ? script.length() : at + end.length();
  }

  private void begin() {
    if (start < 0) {
      start = position;
    }
  }

  private void space() {
    if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
      plain.append(' ');
    }
  }

  private void endStatement() {
    if (start >= 0) {
      int line = 1 + (int) script.substring(0, start).chars().filter(c -> c == '\n').count();
      String text = script.substring(start, Math.min(position, script.length())).strip();
      statements.add(new SqlStatement(line, text, plain.toString().strip()));
    }
    plain.setLength(0);
    start = -1;
    openBodies = 0;
  }

  /** A name as PostgreSQL knows it: unquoted in lower case, without the schema {@code public}. */
  public static String name(String written) {
    String name = written.startsWith("public.") ? written.substring("public.".length()) : written;
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name.toLowerCase(Locale.ROOT);
  }
}
