package org.lecturehighlights.platform.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stages of a job ordered so that each stage comes after those that it needs. */
public record StageGraph(List<StageDefinition> stages) {
  public StageGraph {
    stages = List.copyOf(stages);
    Set<String> before = new HashSet<>();
    for (StageDefinition stage : stages) {
      if (!before.containsAll(stage.needs()) || !before.add(stage.name())) {
        throw new IllegalArgumentException("stage " + stage.name() + " is not in order");
      }
    }
  }

  /** The stage of that name; empty if only another version of the graph has it. */
  public Optional<StageDefinition> find(String name) {
    return stages.stream().filter(stage -> stage.name().equals(name)).findFirst();
  }
}
