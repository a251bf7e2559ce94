/**
 * The clips of a job: their rows, files and links, the runners-up, and the edits that cause a clip
 * to be rendered again.
 */
@NullMarked
package org.lecturehighlights.service.clip;

import org.jspecify.annotations.NullMarked;
