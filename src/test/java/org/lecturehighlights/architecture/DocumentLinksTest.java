package org.lecturehighlights.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links between the documents lead somewhere: to a file, and to a heading in it. */
class DocumentLinksTest {
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!https?:|mailto:)([^)#\\s]*)(#[^)\\s]+)?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```");

  @Test
  void every_link_of_a_document_leads_to_a_file_and_its_heading() throws IOException {
    List<String> broken = new ArrayList<>();
    List<Path> documents = documents();
    for (Path document : documents) {
      LINK.matcher(text(document))
          .results()
          .filter(link -> !leadsSomewhere(document, link.group(1), link.group(2)))
          .forEach(link -> broken.add(document + " " + link.group()));
    }
    assertThat(broken).isEmpty();
    assertThat(documents).hasSizeGreaterThan(20);
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(Path.of(""));
        Stream<Path> docs = Files.walk(Path.of("src/docs"));
        Stream<Path> cluster = Files.walk(Path.of("kubernetes"))) {
      return Stream.of(top, docs, cluster)
          .flatMap(files -> files)
          .filter(file -> file.toString().endsWith(".md"))
          .toList();
    }
  }

  private static boolean leadsSomewhere(Path document, String file, String anchor) {
    Path folder = document.toAbsolutePath().getParent();
    Path target = file.isEmpty() ? document : folder.resolve(file);
    if (!Files.exists(target)) {
      return false;
    }
    return anchor == null
        || HEADING
            .matcher(text(target))
            .results()
            .anyMatch(heading -> anchor(heading.group(1)).equals(anchor));
  }

  /** As GitHub and most others make it from the heading. */
  private static String anchor(String heading) {
    return "#"
        + heading
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N} _-]", "")
            .replace(' ', '-');
  }

  private static String text(Path document) {
    try {
      return CODE.matcher(Files.readString(document)).replaceAll("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
