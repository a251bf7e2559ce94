package org.lecturehighlights.platform.engine.state;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;

/** The key of {@link StageRow}; JPA wants a class with a public constructor without parameters. */
@NullUnmarked
public class StageRowId implements Serializable {
  private static final long serialVersionUID = 1L;

  String jobId;
  String stage;

  public StageRowId() {}

  StageRowId(String jobId, String stage) {
    this.jobId = jobId;
    this.stage = stage;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StageRowId that
        && Objects.equals(jobId, that.jobId)
        && Objects.equals(stage, that.stage);
  }

  @Override
  public int hashCode() {
    return Objects.hash(jobId, stage);
  }
}
