/** Files that were made to harm, and canaries that notice harm. */
@NullMarked
package org.lecturehighlights.media.hostile;

import org.jspecify.annotations.NullMarked;
