/**
 * What the engine keeps of its work: one row for each stage of a job, changed in short transactions
 * that are serialised on the job's row, and the queue of each lane.
 */
@NullMarked
package org.lecturehighlights.platform.engine.state;

import org.jspecify.annotations.NullMarked;
