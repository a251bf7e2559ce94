package org.lecturehighlights.platform.database.migrate;

import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collection;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resolver.ChecksumCalculator;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.database.script.Migration;
import org.lecturehighlights.platform.database.script.MigrationScripts;

/**
 * Hands our scripts to Flyway, so that it does not search for them; this works in a jar and a
 * native image alike.
 */
final class ScriptResources implements ResourceProvider {
  private static final String FOLDER = "db/migration/";

  private final MigrationScripts scripts;

  ScriptResources(MigrationScripts scripts) {
    this.scripts = scripts;
  }

  /** The checksum that Flyway writes into its history. */
  static int checksum(MigrationScripts scripts, Migration migration) {
    return ChecksumCalculator.calculate(new Script(scripts, migration.upResource()));
  }

  @Override
  public @Nullable LoadableResource getResource(String name) {
    String path = name.startsWith(FOLDER) ? name : FOLDER + name;
    return scripts.migrationFiles().contains(path) ? new Script(scripts, path) : null;
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return scripts.migrationFiles().stream()
        .map(path -> new Script(scripts, path))
        .filter(script -> script.getFilename().startsWith(prefix))
        .filter(script -> Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
        .map(LoadableResource.class::cast)
        .toList();
  }

  private static final class Script extends LoadableResource {
    private final MigrationScripts scripts;
    private final String path;

    Script(MigrationScripts scripts, String path) {
      this.scripts = scripts;
      this.path = path;
    }

    @Override
    public Reader read() {
      return new StringReader(scripts.text(path));
    }

    @Override
    public String getAbsolutePath() {
      return path;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return scripts.place(path);
    }

    @Override
    public String getFilename() {
      return path.substring(FOLDER.length());
    }

    /** The value for the column {@code script} of the history. */
    @Override
    public String getRelativePath() {
      return getFilename();
    }
  }
}
