/**
 * Choosing the clips and placing their cuts: pure functions. Imports {@code highlight}, {@code
 * silence}, {@code layout}, {@code transcript}, {@code content} and {@code timeline}.
 */
@NullMarked
package org.lecturehighlights.highlight.selection;

import org.jspecify.annotations.NullMarked;
