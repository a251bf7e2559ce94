/**
 * Where screen and camera are in the picture, and when the screen changes. {@code detection} finds
 * this; this package has the records and their table.
 */
@NullMarked
package org.lecturehighlights.lecture.layout;

import org.jspecify.annotations.NullMarked;
