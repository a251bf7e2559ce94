package org.lecturehighlights.platform.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The stages of a work in an order in which each comes after those that it needs. */
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

  /** The stage of that name; an unknown name is a defect of the caller. */
  public StageDefinition named(String name) {
    return stages.stream()
        .filter(stage -> stage.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no stage " + name));
  }

  /** The stages that wait for it. */
  public List<StageDefinition> after(String name) {
    return stages.stream().filter(stage -> stage.needs().contains(name)).toList();
  }
}
