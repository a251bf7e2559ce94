package org.lecturehighlights.lecture.transcript.captions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.lecture.transcript.Word;

class SentencesTest {

  private static Cue cue(double start, double end, String text) {
    return new Cue(Span.ofSeconds(start, end), text, null);
  }

  private static List<String> texts(List<TranscriptSegment> sentences) {
    return sentences.stream().map(TranscriptSegment::text).toList();
  }

  @Test
  void one_cue_a_sentence_keeps_the_cues_times() {
    List<Cue> cues = List.of(cue(1.001, 3.411, "A process runs."), cue(3.5, 7.777, "It waits!"));
    assertThat(Sentences.of(cues))
        .extracting(TranscriptSegment::span)
        .containsExactly(Span.ofSeconds(1.001, 3.411), Span.ofSeconds(3.5, 7.777));
  }

  @Test
  void a_sentence_goes_on_through_cues_and_a_cue_is_split_by_characters() {
    List<TranscriptSegment> sentences =
        Sentences.of(
            List.of(
                cue(0, 2, "The kernel keeps"),
                cue(2, 6, "a table. The disk is slow."),
                cue(6, 8, "Is it?")));
    assertThat(texts(sentences))
        .containsExactly("The kernel keeps a table.", "The disk is slow.", "Is it?");
    assertThat(sentences.get(0).span().startSeconds()).isEqualTo(0);
    assertThat(sentences.get(0).span().endSeconds()).isBetween(3.0, 3.9);
    assertThat(sentences.get(1).span())
        .isEqualTo(new Span(sentences.get(0).span().end(), Span.ofSeconds(0, 6).end()));
  }

  @Test
  void abbreviations_decimals_and_initials_end_no_sentence() {
    String text =
        "Dr. Knuth paid $2.56, e.g. for a typo, i.e. an error, in vol. 3.5 of D. E. Knuth's books."
            + " Pages, frames, etc. are small. Done...";
    assertThat(texts(Sentences.of(List.of(cue(0, 20, text))))).hasSize(3);
  }

  @Test
  void a_long_pause_or_another_speaker_ends_a_sentence() {
    List<Cue> cues =
        List.of(
            cue(0, 1, "and then we"),
            cue(3.5, 5, "Go on."),
            new Cue(Span.ofSeconds(5, 6), "may I", "Ada"),
            new Cue(Span.ofSeconds(6, 7), "yes", "Bob"));
    assertThat(texts(Sentences.of(cues))).containsExactly("and then we", "Go on.", "may I", "yes");
  }

  @Test
  void captions_without_punctuation_stay_short() {
    List<Cue> cues = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      cues.add(cue(i * 3, i * 3 + 3, "and so the kernel does it number " + i));
    }
    List<TranscriptSegment> sentences = Sentences.of(cues);
    assertThat(sentences).allMatch(sentence -> sentence.span().lengthSeconds() <= 12);
    assertThat(String.join(" ", texts(sentences)))
        .isEqualTo(String.join(" ", cues.stream().map(Cue::text).toList()));
    assertThat(sentences).allMatch(sentence -> sentence.span().start().toMillis() % 3000 == 0);
  }

  @Test
  void recognised_words_keep_their_times() {
    List<Word> words =
        List.of(
            new Word(Span.ofSeconds(1, 1.2), "Hello"),
            new Word(Span.ofSeconds(1.3, 1.9), "world."),
            new Word(Span.ofSeconds(2, 2.4), "Bye."));
    List<TranscriptSegment> sentences = Sentences.ofWords(words);
    assertThat(sentences)
        .extracting(TranscriptSegment::span)
        .containsExactly(Span.ofSeconds(1, 1.9), Span.ofSeconds(2, 2.4));
    assertThat(sentences.getFirst().words()).isEqualTo(words.subList(0, 2));
  }
}
