package org.lecturehighlights.service.clip.edit;

import jakarta.validation.constraints.AssertTrue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a runner-up goes: in the place of a clip, or behind the last one.
 *
 * @param clipId the clip that gives way, or null
 */
@Schema(description = "Either the clip that gives way, or append: true")
record RunnerUpSwap(@Nullable String clipId, @Nullable Boolean append) {

  @AssertTrue(message = "either clip_id or append: true is needed, not both")
  boolean isPlaceClear() {
    return (clipId != null) != Boolean.TRUE.equals(append);
  }
}
