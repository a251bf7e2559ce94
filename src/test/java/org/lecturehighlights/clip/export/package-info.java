/** Tests of the package. */
@NullMarked
package org.lecturehighlights.clip.export;

import org.jspecify.annotations.NullMarked;
