package org.lecturehighlights.service.clip;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The key of {@link RunnerUpRow}; JPA wants a class with a public constructor without parameters.
 */
@NullUnmarked
class RunnerUpId implements Serializable {
  private static final long serialVersionUID = 1L;

  String jobId;
  Integer number;

  public RunnerUpId() {}

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RunnerUpId id
        && Objects.equals(jobId, id.jobId)
        && Objects.equals(number, id.number);
  }

  @Override
  public int hashCode() {
    return Objects.hash(jobId, number);
  }
}
