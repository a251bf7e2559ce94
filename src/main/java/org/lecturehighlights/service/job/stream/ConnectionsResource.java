package org.lecturehighlights.service.job.stream;

import io.quarkus.websockets.next.OpenConnections;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Problems;
import org.lecturehighlights.platform.security.Callers;

/** The number of open WebSockets, for operators. */
@Path("/ws/connections/stats")
@Tag(name = "Jobs")
class ConnectionsResource {
  private final OpenConnections connections;
  private final Callers callers;

  ConnectionsResource(OpenConnections connections, Callers callers) {
    this.connections = connections;
    this.callers = callers;
  }

  /**
   * The WebSockets of the process that handles the request.
   *
   * @param jobs the number of connections by job id, for jobs that have any
   */
  public record Connections(int totalJobs, long totalConnections, Map<String, Long> jobs) {}

  @GET
  @Operation(
      summary = "Count the WebSockets open in the process that handles the request; for admins")
  @APIResponse(responseCode = "200", description = "The numbers")
  @Problems(ProblemKind.FORBIDDEN)
  public Connections count() {
    if (!callers.current().seesAll()) {
      throw Problem.of(
          ProblemKind.FORBIDDEN, "Only admins may see the number of connections; ask an admin.");
    }
    Map<String, Long> jobs =
        connections.stream()
            .collect(
                Collectors.groupingBy(
                    connection -> connection.pathParam("job_id"),
                    TreeMap::new,
                    Collectors.counting()));
    return new Connections(
        jobs.size(), jobs.values().stream().mapToLong(Long::longValue).sum(), jobs);
  }
}
