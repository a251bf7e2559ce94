package org.lecturehighlights.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line for a shell, and what a test needs to run it.
 *
 * @param words the words after {@code db}; empty for other programs
 * @param settings NAME=value in front of it
 * @param reader the program into which a command's results are piped, or null
 * @param file the file to which a command's results are written, or null
 */
record GuideCommand(
    String line,
    Kind kind,
    List<String> words,
    List<String> settings,
    @Nullable String reader,
    @Nullable String file) {

  /** What is needed to run a command; named as in the guide's list. */
  enum Kind {
    VERB(""),
    CLIENT(""),
    ALIAS(""),
    PORT_LISTING(""),
    ENGINE("a container engine"),
    DELETION("a container engine, and they delete data"),
    CLUSTER("a Kubernetes cluster"),
    OTHER_SYSTEM("macOS");

    final String need;

    Kind(String need) {
      this.need = need;
    }
  }

  private static final Pattern VERB =
      Pattern.compile(
          "(?<settings>(?:[A-Z_]+=\\S+ )*)(?:\\./mvnw -q compile exec:java -Dexec\\.args=\"(?<quoted>[^\"]+)\""
              + "|(?:lecture|java -jar target/quarkus-app/quarkus-run\\.jar"
              + "|target/lecture-highlight-extractor-1\\.0\\.0-SNAPSHOT-runner) (?<plain>db [^|>]+?))"
              + "(?: \\| (?<reader>psql .*)| > (?<file>[a-z0-9-]+\\.sql))?");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  /** Reads a line. A line that no rule knows is an error in the guide or a gap in the test. */
  static GuideCommand of(String line) {
    var verb = VERB.matcher(line);
    if (verb.matches()) {
      String quoted = verb.group("quoted");
      List<String> words = words(quoted == null ? verb.group("plain") : quoted);
      return new GuideCommand(
          line,
          Kind.VERB,
          List.of(DatabaseCommandLine.verb(words.toArray(String[]::new))),
          words(verb.group("settings")),
          verb.group("reader"),
          verb.group("file"));
    }
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(each -> pattern(each).matcher(line).matches())
            .findFirst()
            .orElseThrow(() -> new AssertionError("no rule runs this command: " + line));
    return new GuideCommand(line, kind, List.of(), List.of(), null, null);
  }

  private static Pattern pattern(Kind kind) {
    return Pattern.compile(
        switch (kind) {
          case VERB -> "(?!)";
          case CLIENT -> "(psql|pg_dump|pg_restore) .*";
          case ALIAS -> "alias lecture='java -jar [^';|&]+'";
          case PORT_LISTING -> "lsof -i :\\d+";
          case ENGINE -> "docker (compose (up -d --wait db|exec .*|logs .*)|exec .*)";
          case DELETION -> "docker (compose down|volume rm backend_postgres_data)";
          case CLUSTER -> "kubectl (apply|wait|logs|exec) .*";
          case OTHER_SYSTEM -> "brew .*";
        });
  }

  /** Splits words as a shell does. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    WORD.matcher(text)
        .results()
        .forEach(word ->
            words.add(
                word.group(1) != null
                    ? word.group(1)
                    : word.group(2) != null ? word.group(2) : word.group(3)));
    return words;
  }
}
