package org.lecturehighlights.service.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transcript segment that matches a search; times are in seconds of lecture time.
 *
 * @param matchTime when the first matching word is spoken, or the start of the segment if word
 *     times are unknown
 * @param matches the parts of the text to highlight
 * @param clipId the clip that contains the segment
 * @param score higher is better; comparable only within one search
 */
record Hit(
    String jobId,
    String filename,
    String segmentId,
    double startTime,
    double endTime,
    double matchTime,
    String text,
    List<Marks.Range> matches,
    @Nullable String clipId,
    double score) {}
