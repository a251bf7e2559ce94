package org.lecturehighlights.lecture.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.database.Seeds;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class TranscriptServiceTest {
  @Inject TranscriptService transcripts;
  @Inject SampleJobs jobs;

  private final Seeds seeds = new Seeds();

  @Test
  void a_transcript_comes_back_as_it_went_in_word_for_word() {
    String job = jobs.completed();
    for (Transcript.Source source :
        List.of(
            Transcript.Source.CAPTION_FILE,
            Transcript.Source.EMBEDDED_CAPTIONS,
            Transcript.Source.SPEECH_ENDPOINT)) {
      Transcript transcript = new Transcript(source, seeds.list(100, i -> segment()));
      transcripts.replace(job, transcript);
      assertThat(transcripts.transcript(job)).isEqualTo(transcript);
    }
  }

  @Test
  void a_repeated_stage_does_not_double_the_transcript() {
    String job = jobs.completed();
    Transcript transcript =
        new Transcript(Transcript.Source.CAPTION_FILE, seeds.list(20, i -> segment()));
    transcripts.replace(job, transcript);
    transcripts.replace(job, transcript);
    assertThat(transcripts.find(job))
        .hasSize(20)
        .extracting(StoredSegment::segmentId)
        .doesNotHaveDuplicates();
  }

  @Test
  void a_long_transcript_is_found_by_start_in_whatever_order_it_was_kept() {
    String job = jobs.completed();
    List<TranscriptSegment> backwards =
        IntStream.range(0, 2_500)
            .mapToObj(i ->
                new TranscriptSegment(
                    Span.ofSeconds(2_500 - i, 2_501 - i), "said " + i, null, null, List.of()))
            .toList();
    transcripts.replace(job, new Transcript(Transcript.Source.CAPTION_FILE, backwards));
    assertThat(transcripts.find(job).stream().map(StoredSegment::segment).toList())
        .isEqualTo(backwards.reversed());
    assertThat(transcripts.transcript(job).segments()).isEqualTo(backwards.reversed());
  }

  @Test
  void nothing_said_is_no_transcript() {
    String job = jobs.completed();
    transcripts.replace(
        job, new Transcript(Transcript.Source.CAPTION_FILE, List.of(segment(), segment())));
    transcripts.replace(job, Transcript.NONE);
    assertThat(transcripts.transcript(job)).isEqualTo(Transcript.NONE);
  }

  @Test
  void a_row_of_the_predecessor_can_be_read() {
    String job = jobs.completed();
    jobs.execute(
        """
        insert into transcripts (segment_id, job_id, start_time, end_time, text, created_at)
        values (?, ?, 1.2344, 2.3456, 'Guten Tag.', now())
        """,
        "old_" + job,
        job);
    assertThat(transcripts.transcript(job))
        .isEqualTo(
            new Transcript(
                Transcript.Source.SPEECH_ENDPOINT,
                List.of(
                    new TranscriptSegment(
                        Span.ofSeconds(1.234, 2.346), "Guten Tag.", null, null, List.of()))));
  }

  private TranscriptSegment segment() {
    List<Word> words =
        seeds.coin()
            ? List.of()
            : seeds.list(1 + seeds.below(20), i -> new Word(seeds.nextSpan(), seeds.text()));
    Span span =
        words.isEmpty()
            ? seeds.nextSpan()
            : new Span(
                words.getFirst().span().start(),
                words.stream().map(Word::span).max(Comparator.naturalOrder()).orElseThrow().end());
    return new TranscriptSegment(
        span,
        seeds.text(),
        seeds.coin() ? seeds.fraction() : null,
        seeds.coin() ? "Speaker " + seeds.below(3) : null,
        words);
  }
}
