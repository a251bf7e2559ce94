/** Tests of the silence room. */
@NullMarked
package org.lecturehighlights.silence;

import org.jspecify.annotations.NullMarked;
