/**
 * The engine at work: a scheduler for each lane, the way an attempt goes, and {@link
 * org.lecturehighlights.platform.engine.run.Engine}, through which jobs are submitted and
 * cancelled.
 */
@NullMarked
package org.lecturehighlights.platform.engine.run;

import org.jspecify.annotations.NullMarked;
