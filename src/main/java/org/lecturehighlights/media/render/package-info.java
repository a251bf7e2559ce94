/**
 * Clips and thumbnails from a lecture. Imports {@code media}, {@code media.process}, {@code
 * problem} and {@code timeline}.
 */
@NullMarked
package org.lecturehighlights.media.render;

import org.jspecify.annotations.NullMarked;
