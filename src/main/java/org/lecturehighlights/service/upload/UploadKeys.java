package org.lecturehighlights.service.upload;

import org.lecturehighlights.service.upload.check.VideoFormat;

/** Where a job's uploaded bytes are. */
final class UploadKeys {
  private UploadKeys() {}

  static String lecture(String jobId, VideoFormat format) {
    return jobId + "/upload/original." + format.extension();
  }

  /** Captions are stored as WebVTT, whatever they came as. */
  static String captions(String jobId) {
    return jobId + "/upload/captions.vtt";
  }

  /** Bytes that are not yet known to be wanted, under a name that nobody else has. */
  static String unconfirmed(String jobId, String uniqueName) {
    return jobId + "/upload/unconfirmed/" + uniqueName;
  }
}
