/**
 * What must leave the storage with a job that ended or was deleted. Knows no job: a removal
 * outlives its row.
 */
@NullMarked
package org.lecturehighlights.service.job.removal;

import org.jspecify.annotations.NullMarked;
