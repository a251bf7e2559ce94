package org.lecturehighlights.lecture.highlight;

import java.time.Duration;
import java.util.List;
import org.lecturehighlights.lecture.content.ContentSegment;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.transcript.Transcript;

/**
 * The facts on which the selection of clips is based.
 *
 * @param length of the lecture
 * @param silences ordered by start; empty if there is no audio
 */
public record LectureFacts(
    Duration length,
    Transcript transcript,
    List<SilenceRegion> silences,
    LayoutAnalysis layout,
    List<ContentSegment> topics) {
  public LectureFacts {
    silences = List.copyOf(silences);
    topics = List.copyOf(topics);
  }
}
