/** Tests of the content room. */
@NullMarked
package org.lecturehighlights.lecture.content;

import org.jspecify.annotations.NullMarked;
