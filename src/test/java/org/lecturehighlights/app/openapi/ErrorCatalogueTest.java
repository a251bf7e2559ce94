package org.lecturehighlights.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.problem.ProblemKind;

/** The guide lists all codes; {@code -Dapi.catalogue.write=1} writes the list again. */
class ErrorCatalogueTest {
  private static final Path GUIDE = Path.of("src/docs/api.md");
  private static final String BEGIN = "<!-- catalogue: written by ErrorCatalogueTest -->\n";
  private static final String END = "<!-- end of the catalogue -->\n";

  @Test
  void the_guide_has_every_code_with_its_status_and_meaning() throws IOException {
    String guide = Files.readString(GUIDE);
    int begin = guide.indexOf(BEGIN) + BEGIN.length();
    int end = guide.indexOf(END);
    if (System.getProperty("api.catalogue.write") != null) {
      Files.writeString(GUIDE, guide.substring(0, begin) + catalogue() + guide.substring(end));
    }
    assertThat(Files.readString(GUIDE)).contains(BEGIN + catalogue() + END);
  }

  private static String catalogue() {
    return "\n| code | status | meaning |\n|---|---|---|\n"
        + Arrays.stream(ProblemKind.values())
            .sorted(Comparator.comparing(ProblemKind::status).thenComparing(Enum::name))
            .map(kind -> "| `%s` | %d | %s |\n".formatted(kind.name(), kind.status(), kind.title()))
            .collect(Collectors.joining())
        + "\n";
  }
}
