package org.lecturehighlights.app.pipeline;

import java.time.Duration;
import java.util.List;
import org.lecturehighlights.lecture.content.ContentSegment;
import org.lecturehighlights.lecture.highlight.Highlights;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.platform.problem.Warning;

/**
 * Everything that is known about a lecture at the end.
 *
 * @param silences of both kinds, by start
 * @param rendered the files of {@code highlights.clips()}, in the same order
 * @param timings how long each stage took, in order
 */
public record LectureResult(
    Duration length,
    Transcript transcript,
    List<SilenceRegion> silences,
    LayoutAnalysis layout,
    List<ContentSegment> topics,
    Highlights highlights,
    List<RenderedClip> rendered,
    List<Warning> warnings,
    List<Timing> timings) {
  public LectureResult {
    silences = List.copyOf(silences);
    topics = List.copyOf(topics);
    rendered = List.copyOf(rendered);
    warnings = List.copyOf(warnings);
    timings = List.copyOf(timings);
  }

  /** How long a stage took. */
  public record Timing(LectureStage stage, Duration took) {}
}
