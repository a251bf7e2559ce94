/** Tests of who may see what, and the issuer that signs the tokens of their users. */
@NullMarked
package org.lecturehighlights.platform.security;

import org.jspecify.annotations.NullMarked;
