/** The one decode of a lecture into small intermediates, and the readers of those. */
@NullMarked
package org.lecturehighlights.lecture.media.decode;

import org.jspecify.annotations.NullMarked;
