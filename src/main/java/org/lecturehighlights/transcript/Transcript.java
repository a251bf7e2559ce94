package org.lecturehighlights.transcript;

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

  /** Where the words come from. */
  public enum Source {
    CAPTION_FILE,
    EMBEDDED_CAPTIONS,
    SPEECH_ENDPOINT,
    NONE
  }
}
