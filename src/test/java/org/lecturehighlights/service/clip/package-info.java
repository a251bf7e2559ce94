/** Tests of the clip room. */
@NullMarked
package org.lecturehighlights.service.clip;

import org.jspecify.annotations.NullMarked;
