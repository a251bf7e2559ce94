/**
 * The sound of a lecture as it is drawn: samples in, lowest and highest levels out, and their
 * table. Imports {@code media}.
 */
@NullMarked
package org.lecturehighlights.silence.waveform;

import org.jspecify.annotations.NullMarked;
