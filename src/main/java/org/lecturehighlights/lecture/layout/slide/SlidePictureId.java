package org.lecturehighlights.lecture.layout.slide;

import java.io.Serializable;

/** The key of {@link SlidePictureRow}. */
record SlidePictureId(String jobId, Integer number) implements Serializable {}
