/** Tests of the clip room. */
@NullMarked
package org.lecturehighlights.clip;

import org.jspecify.annotations.NullMarked;
