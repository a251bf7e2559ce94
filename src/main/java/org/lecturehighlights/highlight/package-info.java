/**
 * Which parts are worth watching and where exactly to cut, as records; {@code selection} chooses
 * them. Imports {@code silence}, {@code layout}, {@code transcript}, {@code content} and {@code
 * timeline}.
 */
@NullMarked
package org.lecturehighlights.highlight;

import org.jspecify.annotations.NullMarked;
