/** Clips and thumbnails from a lecture. */
@NullMarked
package org.lecturehighlights.lecture.media.render;

import org.jspecify.annotations.NullMarked;
