@NullMarked
package org.lecturehighlights.silence.waveform;

import org.jspecify.annotations.NullMarked;
