/**
 * The sound of a lecture as it is drawn: samples in, lowest and highest levels out, and their
 * table.
 */
@NullMarked
package org.lecturehighlights.lecture.silence.waveform;

import org.jspecify.annotations.NullMarked;
