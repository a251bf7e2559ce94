package org.lecturehighlights.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the users' guide to migrations piece by piece. */
record Guide(String text) {
  private static final Pattern FENCE = Pattern.compile("(?ms)^ *```(\\S*)\\n(.*?)^ *```$");
  private static final Pattern ROW = Pattern.compile("(?m)^\\|(.*)\\|$");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /**
   * A fenced block.
   *
   * @param language the word after the opening fence
   */
  record Block(String language, String text) {}

  static Guide read() {
    try {
      return new Guide(Files.readString(Path.of("src/docs/database-migrations.md")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Block> blocks() {
    return FENCE
        .matcher(text)
        .results()
        .map(fence -> new Block(fence.group(1), fence.group(2)))
        .toList();
  }

  /** What readers are asked to type into a shell, once each, in order. */
  List<String> commands() {
    return lines("bash").distinct().toList();
  }

  /** What readers are asked to type into psql, once each, in order. */
  List<String> statements() {
    List<String> statements = new ArrayList<>();
    var begun = new StringBuilder();
    for (String line : lines("sql").toList()) {
      begun.append(begun.isEmpty() ? "" : " ").append(line);
      if (line.startsWith("\\") || line.endsWith(";")) {
        statements.add(begun.toString());
        begun.setLength(0);
      }
    }
    if (!begun.isEmpty()) {
      statements.add(begun.toString());
    }
    return statements.stream().distinct().toList();
  }

  /** The lines of all blocks of a language, with continued lines joined, without comments. */
  private Stream<String> lines(String language) {
    String comment = language.equals("sql") ? "--" : "#";
    return blocks().stream()
        .filter(block -> block.language().equals(language))
        .flatMap(block -> block.text().replaceAll("\\\\\\n *", "").lines())
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith(comment));
  }

  /** The table rows below a heading, without the table's header; cells are stripped. */
  List<List<String>> table(String heading) {
    return ROW.matcher(section(heading))
        .results()
        .skip(2)
        .map(row -> Arrays.stream(row.group(1).split("\\|", -1)).map(String::strip).toList())
        .toList();
  }

  /** The text below a heading, up to the next of any level. */
  String section(String heading) {
    var found =
        Pattern.compile("(?ms)^#+ " + Pattern.quote(heading) + "$(.*?)(?=^#+ |\\z)").matcher(text);
    if (!found.find()) {
      throw new AssertionError("the guide has no heading " + heading);
    }
    return found.group(1);
  }

  /** What a text of the guide marks as code. */
  static List<String> code(String text) {
    return CODE.matcher(text).results().map((MatchResult code) -> code.group(1)).toList();
  }
}
