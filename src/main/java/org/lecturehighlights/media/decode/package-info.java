/**
 * The one decode of a lecture into small intermediates, and the readers of those. Imports {@code
 * media}, {@code media.process} and {@code problem}.
 */
@NullMarked
package org.lecturehighlights.media.decode;

import org.jspecify.annotations.NullMarked;
