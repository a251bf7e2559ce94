/** What of the results is the caller's. */
@NullMarked
package org.lecturehighlights.clip.own;

import org.jspecify.annotations.NullMarked;
