package org.lecturehighlights.platform.engine.ledger;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;

/** The key of {@link StageRun}; JPA wants a class with a public constructor without parameters. */
@NullUnmarked
public class StageRunId implements Serializable {
  private static final long serialVersionUID = 1L;

  String workId;
  String stage;

  public StageRunId() {}

  StageRunId(String workId, String stage) {
    this.workId = workId;
    this.stage = stage;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StageRunId that
        && Objects.equals(workId, that.workId)
        && Objects.equals(stage, that.stage);
  }

  @Override
  public int hashCode() {
    return Objects.hash(workId, stage);
  }
}
