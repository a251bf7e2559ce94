package org.lecturehighlights.service.clip.edit;

import jakarta.validation.constraints.AssertTrue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a runner-up goes: in place of a clip, or after the last one.
 *
 * @param clipId the clip to be replaced, or null
 */
@Schema(description = "Either the clip to replace, or append: true")
record RunnerUpSwap(@Nullable String clipId, @Nullable Boolean append) {

  @AssertTrue(message = "give either clip_id or append: true, not both")
  boolean isPlaceClear() {
    return (clipId != null) != Boolean.TRUE.equals(append);
  }
}
