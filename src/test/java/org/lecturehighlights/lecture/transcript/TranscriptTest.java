package org.lecturehighlights.lecture.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.lecture.timeline.Span;

class TranscriptTest {

  @Test
  void what_lies_behind_the_end_of_the_lecture_or_takes_no_time_is_left_out() {
    Transcript transcript =
        new Transcript(
            Transcript.Source.CAPTION_FILE,
            List.of(said(0, 4), said(5, 5), said(8, 12), said(12, 14)));
    assertThat(transcript.within(Duration.ofSeconds(10)).segments())
        .extracting(TranscriptSegment::span)
        .containsExactly(Span.ofSeconds(0, 4), Span.ofSeconds(8, 10));
  }

  @Test
  void nothing_left_is_no_transcript() {
    Transcript transcript = new Transcript(Transcript.Source.CAPTION_FILE, List.of(said(8, 12)));
    assertThat(transcript.within(Duration.ofSeconds(5))).isEqualTo(Transcript.NONE);
  }

  private static TranscriptSegment said(double start, double end) {
    return new TranscriptSegment(Span.ofSeconds(start, end), "words", null, null, List.of());
  }
}
