/** Selects the parts of a lecture that are worth watching, and decides exactly where to cut. */
@NullMarked
package org.lecturehighlights.lecture.highlight;

import org.jspecify.annotations.NullMarked;
