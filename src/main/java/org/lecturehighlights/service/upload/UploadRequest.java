package org.lecturehighlights.service.upload;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.service.job.ProcessingConfig;

/**
 * The announcement of an upload.
 *
 * @param fileSize bytes
 * @param contentType the later upload of the bytes must carry the same
 */
@Schema(description = "A lecture that is about to be uploaded")
public record UploadRequest(
    @NotNull @Size(min = 1, max = 255) String filename,
    @NotNull @Positive Long fileSize,
    @NotBlank @Size(max = 100) String contentType,
    @Nullable @Valid ProcessingConfig processingConfig) {

  ProcessingConfig config() {
    return processingConfig == null ? ProcessingConfig.DEFAULT : processingConfig;
  }
}
