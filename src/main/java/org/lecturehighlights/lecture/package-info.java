/**
 * From a recording to cuts: media, words, silence, layout, topics and the choice of highlights. It
 * knows a job by its id at most, and neither callers nor endpoints. It imports the district {@code
 * platform} only.
 */
@NullMarked
package org.lecturehighlights.lecture;

import org.jspecify.annotations.NullMarked;
