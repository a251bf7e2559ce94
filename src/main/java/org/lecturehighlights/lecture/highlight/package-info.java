/** Which parts are worth watching and where exactly to cut. */
@NullMarked
package org.lecturehighlights.lecture.highlight;

import org.jspecify.annotations.NullMarked;
