/**
 * The only place that starts a process: probing, the one decode of a lecture, and rendering with
 * ffmpeg. Imports {@code problem} and {@code timeline}.
 */
@NullMarked
package org.lecturehighlights.media;

import org.jspecify.annotations.NullMarked;
