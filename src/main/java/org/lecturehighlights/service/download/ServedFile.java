package org.lecturehighlights.service.download;

import java.time.Instant;
import org.lecturehighlights.platform.http.DownloadName;

/**
 * A stored object as it is served.
 *
 * @param name for who wants to keep it
 * @param size in bytes
 */
record ServedFile(
    String key, String contentType, DownloadName name, long size, Instant lastModified) {

  /** Changes whenever the bytes may have changed. */
  String tag() {
    return Long.toHexString(size) + "-" + Long.toHexString(lastModified.toEpochMilli());
  }
}
