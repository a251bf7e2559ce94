/** What a frontend needs to draw a lecture's timeline: its waveform, slides and layouts. */
@NullMarked
package org.lecturehighlights.service.result.player;

import org.jspecify.annotations.NullMarked;
