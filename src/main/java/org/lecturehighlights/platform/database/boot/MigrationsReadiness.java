package org.lecturehighlights.platform.database.boot;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.lecturehighlights.platform.database.DirectDatabase;
import org.lecturehighlights.platform.database.history.SchemaState;
import org.lecturehighlights.platform.database.script.Migration;
import org.lecturehighlights.platform.database.script.MigrationScripts;
import org.lecturehighlights.platform.problem.Problem;

/**
 * Not ready while migrations are pending, and names them. Checked again each time, because an
 * operator may apply or undo a migration while the application runs.
 */
@Readiness
@ApplicationScoped
class MigrationsReadiness implements HealthCheck {
  static final String NAME = "Database migrations";

  private final ProbeConnection database;

  private final MigrationScripts scripts = MigrationScripts.ofApplication();

  MigrationsReadiness(ProbeConnection database) {
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named(NAME);
    try {
      var state = database.ask(connection -> SchemaState.of(scripts, connection));
      List<Migration> pending = state.pending();
      answer.withData("version", state.current().orElse("none"));
      if (pending.isEmpty()) {
        return answer.up().build();
      }
      return answer
          .down()
          .withData(
              "pending", pending.stream().map(Migration::upName).collect(Collectors.joining(", ")))
          .withData("remedy", "'db upgrade head', or a start with ENVIRONMENT=production")
          .build();
    } catch (SQLException e) {
      return answer.down().withData("error", DirectDatabase.serverMessage(e)).build();
    } catch (Problem unavailable) {
      return answer.down().withData("error", unavailable.detail()).build();
    }
  }
}
