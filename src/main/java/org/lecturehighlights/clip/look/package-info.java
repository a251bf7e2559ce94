/**
 * What a frontend needs to draw a lecture in time: its sound, its slides and its layouts. Imports
 * {@code clip}, {@code clip.own}, {@code clip.result}, {@code job}, {@code silence}, {@code layout}
 * and {@code problem}.
 */
@NullMarked
package org.lecturehighlights.clip.look;

import org.jspecify.annotations.NullMarked;
