/**
 * Starting a process: finding ffmpeg, putting limits around it, and the thread that starts it.
 * Imports {@code problem}.
 */
@NullMarked
package org.lecturehighlights.media.process.launch;

import org.jspecify.annotations.NullMarked;
