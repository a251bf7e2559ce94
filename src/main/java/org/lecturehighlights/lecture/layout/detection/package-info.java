/** Finds screen, camera and changes of the screen in small gray frames. */
@NullMarked
package org.lecturehighlights.lecture.layout.detection;

import org.jspecify.annotations.NullMarked;
