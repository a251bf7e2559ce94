package org.lecturehighlights.service.result.player;

import java.util.List;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.service.result.LayoutResponse;

/**
 * The layout of the picture over time.
 *
 * @param duration of the lecture in seconds
 * @param entries ordered by start
 * @param blankScreens when the screen is blank, ordered by start
 * @param frozen whether the picture never changes
 */
record LayoutTimelineResponse(
    String jobId,
    double duration,
    List<LayoutResponse.Part> entries,
    List<LayoutResponse.Stretch> blankScreens,
    boolean frozen) {

  static LayoutTimelineResponse of(String jobId, LookService.Timeline seen) {
    return new LayoutTimelineResponse(
        jobId,
        Seconds.of(seen.length()),
        seen.layout().timeline().stream().map(LayoutResponse.Part::of).toList(),
        seen.layout().blankScreens().stream().map(LayoutResponse.Stretch::of).toList(),
        seen.layout().frozen());
  }
}
