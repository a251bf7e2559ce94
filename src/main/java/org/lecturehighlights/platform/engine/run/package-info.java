/**
 * The engine at work: a scheduler for each lane, the run of a step with its ticks, and the door
 * through which work is submitted and cancelled.
 */
@NullMarked
package org.lecturehighlights.platform.engine.run;

import org.jspecify.annotations.NullMarked;
