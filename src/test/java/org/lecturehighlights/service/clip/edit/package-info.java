/** Tests of the package. */
@NullMarked
package org.lecturehighlights.service.clip.edit;

import org.jspecify.annotations.NullMarked;
