/** Creations that may be repeated: a caller's key belongs to one job. Does not read jobs itself. */
@NullMarked
package org.lecturehighlights.service.job.idempotency;

import org.jspecify.annotations.NullMarked;
