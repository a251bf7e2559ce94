package org.lecturehighlights.clip.file;

import org.lecturehighlights.clip.DownloadName;

/** A text that is made on request. */
record NamedText(String text, DownloadName name) {}
