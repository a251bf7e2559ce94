/** Tests of the package. */
@NullMarked
package org.lecturehighlights.service.export;

import org.jspecify.annotations.NullMarked;
