package org.lecturehighlights.platform.engine;

import java.util.Set;

/**
 * A stage of the graph.
 *
 * @param weight its usual share of the whole job's time; the weights of a graph need no fixed sum
 * @param needs the stages that must be done before
 */
public record StageDefinition(
    String name, Lane lane, double weight, Set<String> needs, Stage stage) {
  public StageDefinition {
    needs = Set.copyOf(needs);
    if (!(weight > 0)) {
      throw new IllegalArgumentException("stage " + name + " has no weight");
    }
  }
}
