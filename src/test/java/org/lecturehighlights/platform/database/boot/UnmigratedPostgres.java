package org.lecturehighlights.platform.database.boot;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.lecturehighlights.platform.database.SchemaDatabase;
import org.lecturehighlights.platform.database.ThrowawayPostgres;

/** A database to which the test applies no migration: an empty or a legacy one. */
public final class UnmigratedPostgres implements QuarkusTestResourceLifecycleManager {
  static final String OF_ALEMBIC = "alembic";

  /** The role of {@code MIGRATION_DATABASE_URL}, which points to the same database. */
  static final String MIGRATOR = "migrator";

  private boolean ofAlembic;

  @Override
  public void init(Map<String, String> arguments) {
    ofAlembic = arguments.containsKey(OF_ALEMBIC);
  }

  @Override
  public Map<String, String> start() {
    SchemaDatabase database = ofAlembic ? SchemaDatabase.ofAlembic() : new SchemaDatabase();
    String server = database.direct().url().jdbcUrl().substring("jdbc:".length());
    database.execute(
        """
        do $$ begin create role %1$s superuser login;
        exception when duplicate_object then null; end $$
        """
            .formatted(MIGRATOR));
    return Map.of(
        "quarkus.datasource.jdbc.url",
        database.direct().url().jdbcUrl(),
        "quarkus.datasource.username",
        ThrowawayPostgres.USER,
        "quarkus.datasource.password",
        "",
        "MIGRATION_DATABASE_URL",
        server.replace("//", "//" + MIGRATOR + "@"));
  }

  @Override
  public void stop() {
    // The JVM's tests share the server, which stops with the JVM.
  }
}
