package org.lecturehighlights.lecture.transcript;

import java.time.Duration;
import java.util.List;

/**
 * What was said.
 *
 * @param segments by start, not overlapping; empty with {@link Source#NONE}
 */
public record Transcript(Source source, List<TranscriptSegment> segments) {
  public static final Transcript NONE = new Transcript(Source.NONE, List.of());

  public Transcript {
    segments = List.copyOf(segments);
  }

  /**
   * The part of it that a lecture of this length can hold: captions of another cut may go on after
   * the end, and recognisers give words of no length.
   */
  public Transcript within(Duration length) {
    List<TranscriptSegment> fitting =
        segments.stream().flatMap(segment -> segment.within(length).stream()).toList();
    return fitting.isEmpty() ? NONE : new Transcript(source, fitting);
  }

  /** Where the words come from. */
  public enum Source {
    CAPTION_FILE,
    EMBEDDED_CAPTIONS,
    SPEECH_ENDPOINT,
    NONE
  }
}
