/**
 * Where screen and camera are in the picture, and when the screen changes; {@code detection} finds
 * it, here are its records and their table. Imports {@code media} and {@code timeline}.
 */
@NullMarked
package org.lecturehighlights.layout;

import org.jspecify.annotations.NullMarked;
