/**
 * The slides of a lecture, derived from the changes of its screen, and the storage keys of their
 * thumbnails.
 */
@NullMarked
package org.lecturehighlights.lecture.layout.slide;

import org.jspecify.annotations.NullMarked;
