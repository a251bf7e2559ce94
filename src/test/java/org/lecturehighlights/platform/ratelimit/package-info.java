/** Tests of the limits of requests. */
@NullMarked
package org.lecturehighlights.platform.ratelimit;

import org.jspecify.annotations.NullMarked;
