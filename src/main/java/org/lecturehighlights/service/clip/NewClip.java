package org.lecturehighlights.service.clip;

import org.lecturehighlights.lecture.highlight.Cut;

/**
 * A rendered clip to be stored.
 *
 * @param order 1 for the first clip of the job
 */
public record NewClip(String clipId, int order, Cut cut, ClipFiles files) {}
