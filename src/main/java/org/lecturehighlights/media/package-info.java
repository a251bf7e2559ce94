/**
 * Probing a lecture and its captions. The sub-rooms {@code media.process}, {@code media.decode} and
 * {@code media.render} run ffmpeg, decode a lecture once and make clips. Imports {@code problem}
 * and {@code timeline}.
 */
@NullMarked
package org.lecturehighlights.media;

import org.jspecify.annotations.NullMarked;
