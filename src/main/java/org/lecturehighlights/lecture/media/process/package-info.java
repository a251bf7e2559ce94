/** Starting a process: finding ffmpeg, putting limits around it, and the thread that starts it. */
@NullMarked
package org.lecturehighlights.lecture.media.process;

import org.jspecify.annotations.NullMarked;
