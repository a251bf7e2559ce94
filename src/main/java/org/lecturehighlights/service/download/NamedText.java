package org.lecturehighlights.service.download;

import org.lecturehighlights.platform.http.DownloadName;

/** A text file that is generated on request. */
record NamedText(String text, String contentType, DownloadName name) {}
