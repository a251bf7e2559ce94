package org.lecturehighlights.service.download;

import org.lecturehighlights.platform.http.DownloadName;

/** A text that is made on request. */
record NamedText(String text, String contentType, DownloadName name) {}
