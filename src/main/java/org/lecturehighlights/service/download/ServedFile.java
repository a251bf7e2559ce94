package org.lecturehighlights.service.download;

import java.time.Instant;
import org.lecturehighlights.platform.http.DownloadName;

/**
 * A stored object with the headers to serve it.
 *
 * @param name the file name for downloads
 * @param size in bytes
 */
record ServedFile(
    String key, String contentType, DownloadName name, long size, Instant lastModified) {

  /** The entity tag; changes whenever the content may have changed. */
  String tag() {
    return Long.toHexString(size) + "-" + Long.toHexString(lastModified.toEpochMilli());
  }
}
