/**
 * Removes the stored objects of jobs that were cancelled, deleted or expired. Does not read jobs: a
 * removal outlives the job's row.
 */
@NullMarked
package org.lecturehighlights.service.job.removal;

import org.jspecify.annotations.NullMarked;
