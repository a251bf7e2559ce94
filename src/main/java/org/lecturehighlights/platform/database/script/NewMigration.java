package org.lecturehighlights.platform.database.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * A migration that is about to be written into the source tree.
 *
 * @param resources the directory that contains {@code db/migration}
 * @param name of both scripts, after the V or U
 */
public record NewMigration(Path resources, String name) {
  private static final int LONGEST_SLUG = 40;

  /**
   * The next migration of a source tree.
   *
   * @param resources the directory that contains {@code db/migration}
   * @param message what it does; becomes its name
   * @throws Problem MIGRATION_REFUSED if there is no such directory or the message contains no word
   */
  public static NewMigration after(Path resources, String message) {
    if (!Files.isDirectory(resources.resolve("db/migration"))) {
      throw refused(
          "There is no %s: run this in the project's directory"
              .formatted(resources.resolve("db/migration")));
    }
    String slug = slug(message);
    if (slug.isEmpty()) {
      throw refused("The message must contain a word of letters or digits");
    }
    String version = MigrationScripts.in(resources).head().map(NewMigration::next).orElse("1");
    String name = version + "__" + slug + ".sql";
    return new NewMigration(resources, name);
  }

  /** Path of its script. */
  public Path up() {
    return resources.resolve("db/migration/V" + name);
  }

  /** Path of the script that undoes it. */
  public Path down() {
    return resources.resolve("db/undo/U" + name);
  }

  /** Writes both scripts. */
  public void write(String upSql, String downSql) throws IOException {
    Files.createDirectories(resources.resolve("db/undo"));
    Files.writeString(up(), upSql);
    Files.writeString(down(), downSql);
  }

  private static String next(Migration head) {
    String first = head.version().split("\\.", -1)[0];
    return Long.toString(Long.parseLong(first) + 1);
  }

  /** The message in lower case, with words joined by underscores, cut at the end of a word. */
  static String slug(String message) {
    String slug =
        Normalizer.normalize(message, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace("ß", "ss")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_|_$", "");
    if (slug.length() <= LONGEST_SLUG) {
      return slug;
    }
    int end = slug.lastIndexOf('_', LONGEST_SLUG);
    return slug.substring(0, end > 0 ? end : LONGEST_SLUG);
  }

  private static Problem refused(String why) {
    return Problem.of(ProblemKind.MIGRATION_REFUSED, why);
  }
}
