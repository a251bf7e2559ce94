package org.lecturehighlights.lecture.layout.slide;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The key of {@link SlidePictureRow}, as JPA wants it. */
@NullUnmarked
class SlidePictureId implements Serializable {
  private static final long serialVersionUID = 1L;

  String jobId;
  Integer number;

  public SlidePictureId() {}

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SlidePictureId id
        && Objects.equals(jobId, id.jobId)
        && Objects.equals(number, id.number);
  }

  @Override
  public int hashCode() {
    return Objects.hash(jobId, number);
  }
}
