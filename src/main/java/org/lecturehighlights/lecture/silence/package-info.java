/** Where nobody speaks: audio in, regions of silence out. */
@NullMarked
package org.lecturehighlights.lecture.silence;

import org.jspecify.annotations.NullMarked;
