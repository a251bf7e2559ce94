/** The waveform of a lecture: measures lowest and highest levels and stores them. */
@NullMarked
package org.lecturehighlights.lecture.silence.waveform;

import org.jspecify.annotations.NullMarked;
