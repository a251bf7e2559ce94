package org.lecturehighlights.platform.database.boot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.lecturehighlights.platform.database.AwaitDatabase;

/** What a start does with the database. */
@ConfigMapping(prefix = "lecture.database")
interface BootConfig {

  /** Whether a start migrates; DatabaseConfig derives it from {@code ENVIRONMENT}. */
  @WithDefault("false")
  boolean migrateAtStart();

  /** How long a start waits for the server, and for another process that is migrating. */
  @WithDefault(AwaitDatabase.DEFAULT_WAIT)
  Duration migrationWait();
}
