package org.lecturehighlights.service.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobStatus;
import org.lecturehighlights.service.job.ProcessingConfig;

class TranscriptTextTest {

  @Test
  void paragraphs_have_times_and_speakers() {
    assertThat(
            text(
                said(0, 4, "Welcome. ", null),
                said(6, 8, "Let us\nbegin.", null),
                said(10.001, 12, "A pause of more than two seconds.", null),
                said(12, 13, "A question!", "Speaker 2"),
                said(3725, 3726, "Goodbye.", "2")))
        .isEqualTo(
            """
            Transcript: Databases, part 1
            Duration: 01:02:10

            [00:00] Welcome. Let us begin.

            [00:10] A pause of more than two seconds.

            [00:12] Speaker 2: A question!

            [01:02:05] Speaker 2: Goodbye.

            ---
            Paragraphs: 4
            Segments: 5
            Words: 14
            """);
  }

  @Test
  void the_file_name_has_the_day_of_completion() {
    assertThat(new TranscriptText(job(), List.of(said(0, 1, "x", null))).fileName())
        .isEqualTo("transcript_Databases, part 1_20260301.txt");
  }

  private static String text(TranscriptSegment... segments) {
    StringBuilder text = new StringBuilder();
    try {
      new TranscriptText(job(), List.of(segments)).write(text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static TranscriptSegment said(
      double start, double end, String text, @Nullable String speaker) {
    return new TranscriptSegment(Span.ofSeconds(start, end), text, null, speaker, List.of());
  }

  private static Job job() {
    Instant evening = Instant.parse("2026-03-01T23:59:00Z");
    return new Job(
        "job_1",
        JobStatus.COMPLETED,
        "Databases, part 1.mp4",
        1,
        "video/mp4",
        "uploads/job_1/original.mp4",
        null,
        3730.0,
        ProcessingConfig.DEFAULT,
        null,
        100,
        null,
        null,
        null,
        null,
        List.of(),
        evening,
        evening,
        evening);
  }
}
