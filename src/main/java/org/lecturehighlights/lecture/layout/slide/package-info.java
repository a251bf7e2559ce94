/**
 * The slides of a lecture, told from the changes of its screen, and where their small pictures are
 * stored.
 */
@NullMarked
package org.lecturehighlights.lecture.layout.slide;

import org.jspecify.annotations.NullMarked;
