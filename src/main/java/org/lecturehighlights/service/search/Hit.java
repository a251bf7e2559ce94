package org.lecturehighlights.service.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A segment of a transcript that was searched for; times are seconds of the lecture.
 *
 * @param matchTime when the first of the matching words is said, as far as the transcript tells
 * @param matches what to mark in the text
 * @param clipId of the clip that plays this
 * @param score the higher, the better; says something beside other scores of the same search only
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
