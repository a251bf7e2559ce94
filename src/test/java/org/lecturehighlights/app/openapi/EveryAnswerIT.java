package org.lecturehighlights.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Runs after all other tests: every answer that the document promises was received by one of them,
 * as {@link ContractFilter} recorded.
 */
class EveryAnswerIT {
  @Test
  void every_documented_answer_was_seen() throws IOException {
    assumeTrue(System.getProperty("test") == null, "only some tests were run");
    SeenAnswers answers = SeenAnswers.ofThisRun().orElseThrow();
    assumeTrue(Files.exists(answers.directory()), "no tests were run before this one");
    Set<String> documented =
        answers.document().operations().stream()
            .flatMap(
                operation -> operation.statuses().stream().map(status -> operation + " " + status))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> seen = new TreeSet<>(answers.all());
    seen.retainAll(documented);
    System.out.printf(
        "contract: %d of %d documented answers were seen%n", seen.size(), documented.size());
    documented.removeAll(seen);
    assertThat(documented).as("documented answers that no test has seen").isEmpty();
  }
}
