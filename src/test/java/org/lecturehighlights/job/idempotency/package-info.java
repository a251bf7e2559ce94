@NullMarked
package org.lecturehighlights.job.idempotency;

import org.jspecify.annotations.NullMarked;
