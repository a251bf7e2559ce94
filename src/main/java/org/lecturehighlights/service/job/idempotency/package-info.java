/** Creations that may be sent again: the caller's key stands for one job. Knows no job itself. */
@NullMarked
package org.lecturehighlights.service.job.idempotency;

import org.jspecify.annotations.NullMarked;
