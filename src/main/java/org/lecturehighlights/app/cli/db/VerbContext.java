package org.lecturehighlights.app.cli.db;

import java.util.function.Supplier;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.database.script.MigrationScripts;

/** What the commands work on, looked up when one of them asks. */
public abstract class VerbContext {
  private final Supplier<DirectDatabase> database;
  private final Supplier<MigrationScripts> scripts;

  protected VerbContext(Supplier<DirectDatabase> database, Supplier<MigrationScripts> scripts) {
    this.database = database;
    this.scripts = scripts;
  }

  final DirectDatabase database() {
    return database.get();
  }

  final MigrationScripts scripts() {
    return scripts.get();
  }
}
