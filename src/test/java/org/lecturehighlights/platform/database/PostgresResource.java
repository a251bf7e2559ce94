package org.lecturehighlights.platform.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} a fresh database with every migration applied:
 * {@code @QuarkusTestResource(PostgresResource.class)}.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return Map.of(
        "quarkus.datasource.jdbc.url",
        ThrowawayPostgres.freshDatabase(),
        "quarkus.datasource.username",
        ThrowawayPostgres.USER,
        "quarkus.datasource.password",
        "",
        "quarkus.flyway.migrate-at-start",
        "true");
  }

  @Override
  public void stop() {
    // The JVM's tests share the server, which stops with the JVM.
  }
}
