/**
 * Which parts are worth watching and where exactly to cut: pure functions. Imports {@code silence},
 * {@code layout}, {@code transcript}, {@code content} and {@code timeline}.
 */
@NullMarked
package org.lecturehighlights.highlight;

import org.jspecify.annotations.NullMarked;
