@NullMarked
package org.lecturehighlights.lecture.silence.waveform;

import org.jspecify.annotations.NullMarked;
