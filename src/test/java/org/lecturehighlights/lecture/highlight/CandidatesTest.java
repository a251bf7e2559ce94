package org.lecturehighlights.lecture.highlight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehighlights.lecture.content.ContentAnalyzer;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.text.Keyphrases;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;

class CandidatesTest {

  private static LectureFacts facts(int sentences, long length) {
    List<TranscriptSegment> said =
        IntStream.range(0, sentences)
            .mapToObj(i -> {
              Duration from = Duration.ofMillis(i * length / sentences);
              long pause = i % 4 == 0 ? 0 : i % 3;
              Duration to =
                  Duration.ofMillis(
                      Math.max(from.toMillis() + 1, (i + 1) * length / sentences - pause));
              return new TranscriptSegment(
                  new Span(from, to), "A vector is " + i, null, null, List.of());
            })
            .toList();
    return new LectureFacts(
        Duration.ofMillis(length),
        new Transcript(Transcript.Source.CAPTION_FILE, said),
        List.of(),
        LayoutAnalysis.UNKNOWN,
        List.of());
  }

  private static Candidates candidates(LectureFacts facts, ClipRules rules)
      throws InterruptedException {
    Passages passages = Passages.of(facts, rules);
    return new Candidates(new ClipScoring(facts, passages, rules), passages, rules);
  }

  @Test
  void a_clip_of_a_usual_lecture_may_start_and_end_at_each_gap() throws InterruptedException {
    LectureFacts facts = facts(10_800, Duration.ofHours(12).toMillis());
    ClipRules rules = new ClipRules(8, Duration.ofSeconds(20), Duration.ofMinutes(6));
    assertThat(candidates(facts, rules).places()).hasSize(10_801);
  }

  @ParameterizedTest
  @CsvSource({
    "120000, 43200000, 600",
    "120000, 7200000, 600",
    "120000, 600000, 600",
    "120000, 600000, 9"
  })
  void however_many_sentences_there_are_the_pairs_tried_have_a_bound(
      int sentences, long length, int longest) throws InterruptedException {
    LectureFacts facts = facts(sentences, length);
    ClipRules rules = new ClipRules(20, Duration.ofSeconds(1), Duration.ofSeconds(longest));
    Candidates candidates = candidates(facts, rules);
    int[] places = candidates.places();
    assertThat(places).isSorted().startsWith(0).endsWith(sentences);
    assertThat(candidates.all().size()).isBetween(10_000, Candidates.MOST_TRIED);
  }

  @Test
  void an_interrupt_is_obeyed_by_each_step() throws InterruptedException {
    LectureFacts facts = facts(2_000, Duration.ofHours(2).toMillis());
    ClipRules rules = ClipRules.DEFAULT;
    List<Candidate> all = candidates(facts, rules).all();
    List<String> sentences =
        facts.transcript().segments().stream().map(TranscriptSegment::text).toList();
    Keyphrases phrases = new Keyphrases(sentences);
    List<ThrowingCallable> steps =
        List.of(
            () -> new Keyphrases(sentences),
            () -> phrases.of(sentences),
            () ->
                new ContentAnalyzer()
                    .analyze(
                        facts.transcript(),
                        List.of(),
                        LayoutAnalysis.UNKNOWN,
                        facts.length(),
                        OptionalInt.empty()),
            () -> candidates(facts, rules),
            () -> Schedule.best(all, 2_000, 8),
            () -> new HighlightSelector().choose(facts, rules));
    Candidates candidates = candidates(facts, rules);
    for (ThrowingCallable step : steps) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(step).isInstanceOf(InterruptedException.class);
    }
    Thread.currentThread().interrupt();
    assertThatThrownBy(candidates::all).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }
}
