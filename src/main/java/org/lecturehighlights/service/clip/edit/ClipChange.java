package org.lecturehighlights.service.clip.edit;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The requested changes of a clip; members that are null or absent stay as they are.
 *
 * @param startTime like {@code endTime}, in seconds of lecture time
 */
@Schema(description = "The changes; members that are absent or null stay as they are")
record ClipChange(
    @Nullable @Size(max = 200) String title,
    @Nullable @DecimalMin("0") @DecimalMax("1000000") Double startTime,
    @Nullable @DecimalMin("0") @DecimalMax("1000000") Double endTime) {

  @AssertTrue(message = "title must not be blank or contain control characters")
  boolean isTitleReadable() {
    return title == null
        || (!title.isBlank()
            && title
                .codePoints()
                .noneMatch(
                    c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE));
  }
}
