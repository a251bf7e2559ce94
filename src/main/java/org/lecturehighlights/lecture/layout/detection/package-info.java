/** From small gray frames to screen, camera and changes of the screen. */
@NullMarked
package org.lecturehighlights.lecture.layout.detection;

import org.jspecify.annotations.NullMarked;
