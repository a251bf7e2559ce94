package org.lecturehighlights.platform.database.boot;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.problem.Problem;

/**
 * Whether the database answers. It has the name of the check that Quarkus would bring, which waits
 * for a connection of the pool.
 */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements HealthCheck {
  private static final String NAME = "Database connections health check";
  private static final int PATIENCE_SECONDS = 2;

  private final ProbeConnection database;

  DatabaseReadiness(ProbeConnection database) {
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named(NAME);
    try {
      boolean valid =
          database.ask(connection -> {
            if (!connection.isValid(PATIENCE_SECONDS)) {
              throw new SQLException("the connection has broken", "08006");
            }
            return true;
          });
      return answer.status(valid).withData("<default>", "UP").build();
    } catch (SQLException e) {
      return answer.down().withData("<default>", DirectDatabase.serverMessage(e)).build();
    } catch (Problem unavailable) {
      return answer.down().withData("<default>", unavailable.detail()).build();
    }
  }
}
