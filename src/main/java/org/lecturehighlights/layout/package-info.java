/**
 * Where screen and camera are in the picture, and when the screen changes. Imports {@code media},
 * {@code problem} and {@code timeline}.
 */
@NullMarked
package org.lecturehighlights.layout;

import org.jspecify.annotations.NullMarked;
