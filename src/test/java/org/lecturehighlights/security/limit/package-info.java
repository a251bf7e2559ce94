/** Tests of the limits of requests. */
@NullMarked
package org.lecturehighlights.security.limit;

import org.jspecify.annotations.NullMarked;
