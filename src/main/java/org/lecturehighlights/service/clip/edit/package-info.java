/**
 * Editing the clips of a completed job: getting, renaming, recutting and removing single clips, and
 * swapping them with runners-up.
 */
@NullMarked
package org.lecturehighlights.service.clip.edit;

import org.jspecify.annotations.NullMarked;
