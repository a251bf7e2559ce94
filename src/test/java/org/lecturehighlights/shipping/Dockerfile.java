package org.lecturehighlights.shipping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Dockerfile as its rules read it: instructions in order, each on one line.
 *
 * @param instructions without comments
 */
record Dockerfile(List<Instruction> instructions) {
  private static final Pattern CONTINUED = Pattern.compile("\\\\\\n\\s*");
  private static final Pattern ARGUMENT = Pattern.compile("\\$\\{(\\w+)}");

  /**
   * @param keyword in capitals, like RUN
   * @param rest what follows it
   */
  record Instruction(String keyword, String rest) {
    boolean is(String other) {
      return keyword.equals(other);
    }
  }

  static Dockerfile of(String text) {
    return new Dockerfile(
        CONTINUED
            .matcher(text)
            .replaceAll("")
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(line -> line.split("\\s+", 2))
            .map(parts -> new Instruction(parts[0], parts.length > 1 ? parts[1] : ""))
            .toList());
  }

  Stream<String> all(String keyword) {
    return instructions.stream().filter(step -> step.is(keyword)).map(Instruction::rest);
  }

  /** What is left in the image: the instructions of the last stage. */
  Dockerfile shipped() {
    List<Instruction> stage = new ArrayList<>();
    for (Instruction step : instructions) {
      if (step.is("FROM")) {
        stage.clear();
      }
      stage.add(step);
    }
    return new Dockerfile(List.copyOf(stage));
  }

  /** The last of its kind, which is the one that counts; empty without one. */
  String last(String keyword) {
    return all(keyword).reduce("", (_, next) -> next);
  }

  /** The names of the stages. */
  List<String> stages() {
    return all("FROM")
        .map(from -> from.split("(?i)\\s+AS\\s+", 2))
        .filter(parts -> parts.length > 1)
        .map(parts -> parts[1])
        .toList();
  }

  /** What the stages start from, with the defaults of the arguments put in. */
  List<String> bases() {
    return all("FROM").map(from -> withDefaults(from.split("\\s+", 2)[0])).toList();
  }

  private String withDefaults(String text) {
    return ARGUMENT.matcher(text).replaceAll(this::defaultOf);
  }

  private String defaultOf(MatchResult argument) {
    String start = argument.group(1) + "=";
    return all("ARG")
        .filter(declared -> declared.startsWith(start))
        .map(declared -> declared.substring(start.length()))
        .findFirst()
        .orElse("");
  }
}
