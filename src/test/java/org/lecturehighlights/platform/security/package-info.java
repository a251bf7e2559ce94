/** Tests of who may see what, and the issuer that vouches for their users. */
@NullMarked
package org.lecturehighlights.platform.security;

import org.jspecify.annotations.NullMarked;
