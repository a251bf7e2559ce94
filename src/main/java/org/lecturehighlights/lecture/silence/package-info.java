/** Finds where nobody speaks: takes audio and returns regions of silence. */
@NullMarked
package org.lecturehighlights.lecture.silence;

import org.jspecify.annotations.NullMarked;
