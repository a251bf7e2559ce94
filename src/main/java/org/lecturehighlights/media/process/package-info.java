/**
 * The only place that starts a process: finding ffmpeg, confining it, watching it and ending it.
 * Imports {@code problem}.
 */
@NullMarked
package org.lecturehighlights.media.process;

import org.jspecify.annotations.NullMarked;
