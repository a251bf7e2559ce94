/** What a frontend needs to draw a lecture in time: its sound, its slides and its layouts. */
@NullMarked
package org.lecturehighlights.service.result.player;

import org.jspecify.annotations.NullMarked;
