package org.lecturehighlights.platform.database.boot;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.jboss.logging.Logger;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.database.script.MigrationScripts;
import org.lecturehighlights.platform.runtime.Patience;
import org.lecturehighlights.platform.runtime.Waiting;

/**
 * Migrates before anything else happens at a start: before the engine looks for work, and before
 * the HTTP port opens, which happens after every observer of the start has returned.
 */
@ApplicationScoped
class MigrateAtStart {
  private static final Logger LOG = Logger.getLogger(MigrateAtStart.class);

  private final BootConfig config;
  private final Waiting waiting;

  MigrateAtStart(BootConfig config, Waiting waiting) {
    this.config = config;
    this.waiting = waiting;
  }

  void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
    if (config.migrateAtStart()) {
      new StartUpMigration(DirectDatabase.configured(), MigrationScripts.ofApplication(), LOG::info)
          .run(new Patience(config.migrationWait(), waiting));
    }
  }
}
