/** Tests of the package. */
@NullMarked
package org.lecturehighlights.engine.errand;

import org.jspecify.annotations.NullMarked;
