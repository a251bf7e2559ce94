package org.lecturehighlights.app.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which answers of which operations the tests of one Maven run received, and the document that they
 * were compared with. Every start of the application adds to what earlier ones left.
 *
 * @param directory one for each run of Maven, so that nothing from an earlier one counts
 */
record SeenAnswers(Path directory) {
  /** Outside Maven, nobody asks afterwards. */
  static Optional<SeenAnswers> ofThisRun() {
    return Optional.ofNullable(System.getProperty("contract.seen"))
        .map(Path::of)
        .map(SeenAnswers::new);
  }

  void document(Contract contract) {
    write(
        "openapi.json", contract.document().toPrettyString(), StandardOpenOption.TRUNCATE_EXISTING);
  }

  Contract document() throws IOException {
    return new Contract(Files.readString(directory.resolve("openapi.json")));
  }

  /** One line for each answer, such as {@code GET /api/v1/jobs 200}. */
  void add(ApiOperation operation, int status) {
    write("seen", operation.answer(status) + "\n", StandardOpenOption.APPEND);
  }

  Set<String> all() throws IOException {
    return new TreeSet<>(Files.readAllLines(directory.resolve("seen")));
  }

  private void write(String name, String text, StandardOpenOption how) {
    try {
      Files.createDirectories(directory);
      Files.writeString(
          directory.resolve(name), text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
