package org.lecturehighlights.platform.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * The right to run a stage once.
 *
 * @param attempt the fence that a commit must still meet
 * @param manifests of the finished stages, by stage
 * @param origin what the work's owner kept of where it comes from
 */
public record Claim(
    String jobId,
    String stage,
    int attempt,
    Map<String, JsonNode> manifests,
    Optional<String> origin) {
  public Claim {
    manifests = Map.copyOf(manifests);
  }
}
