/**
 * The clips of a job: their rows, files and links, the runners-up, and the edits that render one of
 * them anew.
 */
@NullMarked
package org.lecturehighlights.service.clip;

import org.jspecify.annotations.NullMarked;
