/** Tests of the silence room. */
@NullMarked
package org.lecturehighlights.lecture.silence;

import org.jspecify.annotations.NullMarked;
