/** Files that were made to harm, and canaries that notice harm. */
@NullMarked
package org.lecturehighlights.lecture.media.hostile;

import org.jspecify.annotations.NullMarked;
