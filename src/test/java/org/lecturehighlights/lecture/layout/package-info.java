/** Tests of the layout room. */
@NullMarked
package org.lecturehighlights.lecture.layout;

import org.jspecify.annotations.NullMarked;
