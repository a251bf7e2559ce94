/**
 * Caption files read by the rules of their formats, and beyond them where the world does not keep
 * to them.
 */
@NullMarked
package org.lecturehighlights.lecture.transcript.parse;

import org.jspecify.annotations.NullMarked;
