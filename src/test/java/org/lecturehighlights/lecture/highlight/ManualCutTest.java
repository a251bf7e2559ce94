package org.lecturehighlights.lecture.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.lecture.highlight.ManualCut.Result;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.lecture.transcript.Word;

class ManualCutTest {
  private static final ClipRules RULES =
      new ClipRules(1, Duration.ofSeconds(5), Duration.ofSeconds(30));

  @Test
  void a_cut_between_words_is_allowed_and_long_pauses_are_shortened() {
    Result.Allowed cut = (Result.Allowed) lecture().cut(Span.ofSeconds(0.9, 26.9));
    assertThat(cut.kept()).hasSize(2);
    assertThat(cut.kept().getFirst().startSeconds()).isEqualTo(0.9);
    assertThat(cut.kept().getLast().endSeconds()).isEqualTo(26.9);
    assertThat(cut.length()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(21));
    assertThat(cut.proof().firstWords()).startsWith("word1 ");
    assertThat(cut.proof().lastWords()).endsWith("word26");
    assertThat(cut.proof().silenceBefore()).isNull();
  }

  @Test
  void the_proof_names_the_pauses_around_the_cuts() {
    Result.Allowed cut = (Result.Allowed) lecture().cut(Span.ofSeconds(0.9, 15));
    assertThat(cut.kept()).containsExactly(Span.ofSeconds(0.9, 15));
    assertThat(cut.proof().silenceAfter()).isEqualTo(Span.ofSeconds(13.9, 19.9));
  }

  @Test
  void a_cut_inside_a_word_is_refused_naming_the_nearest_times() {
    Result.Refused start = (Result.Refused) lecture().cut(Span.ofSeconds(1.2, 12));
    assertThat(start.atStart()).isTrue();
    assertThat(start.why()).contains("1.2 s", "\"word1\"", "at 1 or at 1.8");
    Result.Refused end = (Result.Refused) lecture().cut(Span.ofSeconds(2, 12.5));
    assertThat(end.atStart()).isFalse();
    assertThat(end.why()).contains("at 12 or at 12.8");
  }

  @Test
  void parts_that_are_too_short_or_too_long_or_outside_are_refused() {
    assertThat(lecture().cut(Span.ofSeconds(1, 4))).isInstanceOf(Result.Refused.class);
    assertThat(lecture().cut(Span.ofSeconds(1, 57))).isInstanceOf(Result.Refused.class);
    assertThat(lecture().cut(Span.ofSeconds(50, 60.5))).isInstanceOf(Result.Refused.class);
    assertThat(lecture().cut(Span.ofSeconds(50, 60))).isInstanceOf(Result.Allowed.class);
  }

  @Test
  void a_sentence_without_word_times_is_not_cut() {
    TranscriptSegment sentence =
        new TranscriptSegment(Span.ofSeconds(2, 10), "One long sentence.", null, null, List.of());
    ManualCut cut =
        new ManualCut(
            Duration.ofSeconds(60),
            new Transcript(Transcript.Source.CAPTION_FILE, List.of(sentence)),
            List.of(),
            RULES);
    Result.Refused refused = (Result.Refused) cut.cut(Span.ofSeconds(5, 20));
    assertThat(refused.why()).contains("at 2 or at 10");
  }

  @Test
  void every_allowed_cut_is_within_the_wanted_part_and_obeys_the_rules() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      double start = random.nextInt(600) / 10.0;
      Span wanted = Span.ofSeconds(start, start + 0.1 + random.nextInt(400) / 10.0);
      if (lecture().cut(wanted) instanceof Result.Allowed cut) {
        assertThat(cut.length()).as("seed %d", seed).isBetween(RULES.shortest(), RULES.longest());
        assertThat(cut.kept().getFirst().start()).isEqualTo(wanted.start());
        assertThat(cut.kept().getLast().end()).isEqualTo(wanted.end());
        for (int k = 1; k < cut.kept().size(); k++) {
          assertThat(cut.kept().get(k).start()).isGreaterThan(cut.kept().get(k - 1).end());
        }
      }
    }
  }

  /** Sixty words of 0.8 s, one per second, except for a pause from 14 to 19 s. */
  private static ManualCut lecture() {
    List<TranscriptSegment> sentences = new ArrayList<>();
    List<SilenceRegion> silences = new ArrayList<>();
    IntStream.range(1, 60)
        .filter(second -> second < 14 || second >= 20)
        .forEach(second -> {
          Span span = Span.ofSeconds(second, second + 0.8);
          String text = "word" + second;
          sentences.add(
              new TranscriptSegment(span, text, null, null, List.of(new Word(span, text))));
        });
    silences.add(
        new SilenceRegion(Span.ofSeconds(13.9, 19.9), SilenceRegion.Kind.AUDIO_SILENCE, -40.0));
    return new ManualCut(
        Duration.ofSeconds(60),
        new Transcript(Transcript.Source.CAPTION_FILE, sentences),
        silences,
        RULES);
  }
}
