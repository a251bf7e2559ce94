package org.lecturehighlights.database.diff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.lecturehighlights.database.script.Migration;
import org.lecturehighlights.database.script.MigrationIndex;
import org.lecturehighlights.database.script.MigrationScripts;

/**
 * The files of the next migration.
 *
 * @param resources the directory that holds {@code db}
 * @param message in the author's words, one line
 */
public record NewMigration(Path resources, String version, String message) {
  private static final int MAX_SLUG = 40;
  private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final int TIMESTAMP_DIGITS = 14;

  /**
   * The one behind the head: the next number, or the present second in UTC where the head is such a
   * timestamp.
   *
   * @param resources the directory that holds {@code db}
   */
  public static NewMigration next(Path resources, String message, InstantSource clock) {
    String head = MigrationScripts.in(resources).head().map(Migration::version).orElse("0");
    String oneLine = String.join(" ", message.lines().map(String::strip).toList()).strip();
    return new NewMigration(resources, next(head, clock), oneLine);
  }

  /** The script that migrates. */
  public Path up() {
    return resources.resolve("db/migration/V" + name());
  }

  /** The script that undoes it. */
  public Path down() {
    return resources.resolve("db/undo/U" + name());
  }

  private String name() {
    return version + "__" + slug(message) + ".sql";
  }

  private static String next(String head, InstantSource clock) {
    String first = head.replaceFirst("[._].*", "");
    long following = Long.parseLong(first) + 1;
    if (first.length() < TIMESTAMP_DIGITS) {
      return Long.toString(following);
    }
    String now = TIMESTAMP.format(clock.instant().atOffset(ZoneOffset.UTC));
    return Long.toString(Math.max(following, Long.parseLong(now)));
  }

  /** Words of letters a to z and digits, joined by '_', at most 40 characters of whole words. */
  static String slug(String message) {
    String words =
        Normalizer.normalize(message, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_|_$", "");
    if (words.length() > MAX_SLUG) {
      int end = words.lastIndexOf('_', MAX_SLUG);
      words = words.substring(0, end > 0 ? end : MAX_SLUG);
    }
    return words.isEmpty() ? "unnamed" : words;
  }

  /** Writes both, with empty bodies if these are, and lists them in the index. */
  public void write(String upBody, String downBody) throws IOException {
    Files.createDirectories(resources.resolve("db/migration"));
    Files.createDirectories(resources.resolve("db/undo"));
    Files.writeString(up(), "-- " + message + "\n\n" + upBody);
    Files.writeString(down(), "-- Undoes: " + message + "\n\n" + downBody);
    MigrationIndex.write(resources);
  }
}
