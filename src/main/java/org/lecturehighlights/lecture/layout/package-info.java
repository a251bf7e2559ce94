/**
 * Where screen and camera are in the picture, and when the screen changes; {@code detection} finds
 * it, here are its records and their table.
 */
@NullMarked
package org.lecturehighlights.lecture.layout;

import org.jspecify.annotations.NullMarked;
