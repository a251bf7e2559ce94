package org.lecturehighlights.platform.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * One attempt at a stage.
 *
 * @param attempt 1 for the first; outputs belong in a place whose name contains it
 * @param manifests of all finished stages of this job, by stage
 * @param progress takes the fraction that is done, 0 to 1
 */
public record StageAttempt(
    String jobId,
    String stage,
    int attempt,
    Map<String, JsonNode> manifests,
    DoubleConsumer progress) {

  public StageAttempt {
    manifests = Map.copyOf(manifests);
  }

  /** The manifest of a stage that this one needs. */
  public JsonNode manifestOf(String needed) {
    JsonNode manifest = manifests.get(needed);
    if (manifest == null) {
      throw new IllegalStateException("stage " + stage + " does not need " + needed);
    }
    return manifest;
  }
}
