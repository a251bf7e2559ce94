/** Tests of the transcript room. */
@NullMarked
package org.lecturehighlights.lecture.transcript;

import org.jspecify.annotations.NullMarked;
