/** Tests of the package. */
@NullMarked
package org.lecturehighlights.clip.edit;

import org.jspecify.annotations.NullMarked;
