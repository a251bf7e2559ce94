@NullMarked
package org.lecturehighlights.service.job.idempotency;

import org.jspecify.annotations.NullMarked;
