/** Clips that would have come next, kept with the reason why they did not. */
@NullMarked
package org.lecturehighlights.clip.runnerup;

import org.jspecify.annotations.NullMarked;
