/**
 * From a recording to cuts: media, words, silence, layout, topics and the choice of highlights. It
 * knows at most a job's id, and neither callers nor endpoints. It imports only the district {@code
 * platform}.
 */
@NullMarked
package org.lecturehighlights.lecture;

import org.jspecify.annotations.NullMarked;
