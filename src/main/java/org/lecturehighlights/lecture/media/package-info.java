/**
 * Probing a lecture and its captions. The sub-rooms {@code media.process}, {@code media.decode} and
 * {@code media.render} run ffmpeg, decode a lecture once and make clips.
 */
@NullMarked
package org.lecturehighlights.lecture.media;

import org.jspecify.annotations.NullMarked;
