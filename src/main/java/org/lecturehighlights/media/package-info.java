/**
 * Probing a lecture, its one decode into small intermediates, readers of those, and captions. The
 * sub-rooms {@code media.process} and {@code media.render} start ffmpeg and make clips. Imports
 * {@code problem} and {@code timeline}.
 */
@NullMarked
package org.lecturehighlights.media;

import org.jspecify.annotations.NullMarked;
