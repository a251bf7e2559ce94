/**
 * Clips after the job has completed: looked at one by one, renamed, cut anew, removed, and
 * exchanged for runners-up.
 */
@NullMarked
package org.lecturehighlights.service.clip.edit;

import org.jspecify.annotations.NullMarked;
