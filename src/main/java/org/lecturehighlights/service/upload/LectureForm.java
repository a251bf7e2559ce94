package org.lecturehighlights.service.upload;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an upload in one request beside the fields of {@link FormFields}; all but the file
 * may be missing.
 */
public class LectureForm {
  @RestForm("file")
  @Nullable FileUpload file;

  @RestForm("captions")
  @Nullable FileUpload captions;

  /** JSON, as in the announcement of an upload. */
  @RestForm(FormSettings.DOCUMENT)
  @Nullable String processingConfig;
}
