package org.lecturehighlights.platform.database.script;

import io.quarkus.runtime.LaunchMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** All migrations in the order of their versions, and the text of their files. */
public final class MigrationScripts {
  private static final Path SOURCES = Path.of("src/main/resources");

  private final @Nullable Path folder;
  private final List<String> index;
  private final List<Migration> migrations;

  private MigrationScripts(@Nullable Path folder, List<String> index) {
    this.folder = folder;
    this.index = index;
    this.migrations = ScriptNames.pair(index, this::text);
  }

  /** The migrations that the application contains. */
  public static MigrationScripts onClassPath() {
    try {
      return new MigrationScripts(null, MigrationIndex.ofApplication());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the scripts of the application", e);
    }
  }

  /**
   * The migrations of the running application: in live reload those of the source tree, so that a
   * script is used as soon as it is saved.
   */
  public static MigrationScripts ofApplication() {
    return LaunchMode.current() == LaunchMode.DEVELOPMENT && Files.isDirectory(SOURCES)
        ? in(SOURCES)
        : onClassPath();
  }

  /** The migrations of a directory that contains {@code db/migration} and {@code db/undo}. */
  public static MigrationScripts in(Path resources) {
    try {
      return new MigrationScripts(resources, MigrationIndex.of(resources));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the scripts of " + resources, e);
    }
  }

  /** Oldest first. */
  public List<Migration> all() {
    return migrations;
  }

  public Optional<Migration> head() {
    return migrations.isEmpty() ? Optional.empty() : Optional.of(migrations.getLast());
  }

  public Optional<Migration> find(String version) {
    return migrations.stream().filter(migration -> migration.version().equals(version)).findFirst();
  }

  /** The schema's fingerprint after a version, if it was recorded. */
  public Optional<String> schemaAfter(String version) {
    String file = "db/schema/" + version + ".txt";
    return index.contains(file) ? Optional.of(text(file)) : Optional.empty();
  }

  /** The text of a script or of a recorded schema. */
  public String text(String resource) {
    return read(folder, resource);
  }

  /** Every file of {@code db/migration}, misnamed ones too. */
  public List<String> migrationFiles() {
    return index.stream().filter(file -> file.startsWith("db/migration/")).toList();
  }

  /** The settings in the file next to a script, as Flyway reads them. */
  Optional<Properties> settings(String resource) {
    String file = resource + ".conf";
    return index.contains(file)
        ? Optional.of(ScriptTransactions.read(text(file)))
        : Optional.empty();
  }

  /** The location of a file, for messages. */
  public String place(String resource) {
    return folder == null ? resource : folder.resolve(resource).toString();
  }

  private static String read(@Nullable Path folder, String resource) {
    try (InputStream file =
        folder == null
            ? MigrationScripts.class.getClassLoader().getResourceAsStream(resource)
            : Files.newInputStream(folder.resolve(resource))) {
      if (file == null) {
        throw Problem.of(
            ProblemKind.INTERNAL_SERVER_ERROR,
            "This package lacks " + resource + ": build it again");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
