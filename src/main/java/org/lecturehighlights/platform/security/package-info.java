/** Who the caller is and what they may see. Ownership itself is a WHERE clause of the services. */
@NullMarked
package org.lecturehighlights.platform.security;

import org.jspecify.annotations.NullMarked;
