/**
 * From small gray frames to screen, camera and changes of the screen. Imports {@code layout},
 * {@code media} and {@code timeline}.
 */
@NullMarked
package org.lecturehighlights.layout.detection;

import org.jspecify.annotations.NullMarked;
