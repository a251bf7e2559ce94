/** Tests of the transcript room. */
@NullMarked
package org.lecturehighlights.transcript;

import org.jspecify.annotations.NullMarked;
