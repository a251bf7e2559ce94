/** Tests of the layout room. */
@NullMarked
package org.lecturehighlights.layout;

import org.jspecify.annotations.NullMarked;
