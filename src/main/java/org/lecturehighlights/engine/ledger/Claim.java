package org.lecturehighlights.engine.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * The right to run a stage once.
 *
 * @param attempt the fence that a commit must still meet
 * @param manifests of the finished stages, by stage
 */
public record Claim(String workId, String stage, int attempt, Map<String, JsonNode> manifests) {
  public Claim {
    manifests = Map.copyOf(manifests);
  }
}
