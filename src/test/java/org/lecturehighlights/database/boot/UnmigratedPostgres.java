package org.lecturehighlights.database.boot;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.lecturehighlights.database.SchemaDatabase;
import org.lecturehighlights.database.ThrowawayPostgres;

/** A database to which the test adds no migration: empty, or the predecessor's. */
public final class UnmigratedPostgres implements QuarkusTestResourceLifecycleManager {
  static final String OF_ALEMBIC = "alembic";
  private boolean ofAlembic;

  @Override
  public void init(Map<String, String> arguments) {
    ofAlembic = arguments.containsKey(OF_ALEMBIC);
  }

  @Override
  public Map<String, String> start() {
    SchemaDatabase database = ofAlembic ? SchemaDatabase.ofAlembic() : new SchemaDatabase();
    return Map.of(
        "quarkus.datasource.jdbc.url",
        database.direct().url().jdbcUrl(),
        "quarkus.datasource.username",
        ThrowawayPostgres.USER,
        "quarkus.datasource.password",
        "");
  }

  @Override
  public void stop() {
    // The server is shared by the JVM and goes with it.
  }
}
