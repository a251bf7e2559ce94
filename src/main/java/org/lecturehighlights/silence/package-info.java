/**
 * Where nobody speaks: audio in, regions of silence out. Imports {@code media} and {@code
 * timeline}.
 */
@NullMarked
package org.lecturehighlights.silence;

import org.jspecify.annotations.NullMarked;
