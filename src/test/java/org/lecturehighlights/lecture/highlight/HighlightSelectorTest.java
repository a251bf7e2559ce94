package org.lecturehighlights.lecture.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.lecture.content.ContentAnalyzer;
import org.lecturehighlights.lecture.content.ContentSegment;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.layout.LayoutType;
import org.lecturehighlights.lecture.layout.Region;
import org.lecturehighlights.lecture.layout.ScreenChange;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.lecture.transcript.Word;

class HighlightSelectorTest {
  private static final String[] VOCABULARY =
      ("process thread memory page disk file journal socket packet kernel the a of to this remember"
              + " is important now we look at")
          .split(" ");

  /** A random lecture; every decision depends only on the seed. */
  private static final class RandomLecture {
    final Random random;
    final List<TranscriptSegment> sentences = new ArrayList<>();
    final List<SilenceRegion> silences = new ArrayList<>();
    final List<ScreenChange> changes = new ArrayList<>();
    final List<Span> blank = new ArrayList<>();
    final Duration length;

    RandomLecture(long seed, int size) {
      random = new Random(seed);
      long at = random.nextInt(3000);
      addSilence(0, at);
      for (int i = 0; i < size; i++) {
        at = addSentence(at);
        int kind = random.nextInt(10);
        long gap = kind == 0 ? 0 : kind == 1 ? random.nextInt(9000) : random.nextInt(1500);
        addSilence(at, at + gap);
        if (random.nextInt(12) == 0) {
          changes.add(
              new ScreenChange(Duration.ofMillis(at + gap / 2), ScreenChange.Kind.NEW_SLIDE, 0.2));
        }
        if (random.nextInt(40) == 0) {
          blank.add(new Span(Duration.ofMillis(at), Duration.ofMillis(at + 4000)));
        }
        at += gap;
      }
      length = Duration.ofMillis(at);
    }

    private void addSilence(long from, long to) {
      if (to - from > 300 && random.nextInt(10) > 1) {
        Span span = new Span(Duration.ofMillis(from + 20), Duration.ofMillis(to - 20));
        silences.add(new SilenceRegion(span, SilenceRegion.Kind.AUDIO_SILENCE, -40.0));
      }
    }

    private long addSentence(long from) {
      List<Word> words = new ArrayList<>();
      long at = from;
      for (int k = 2 + random.nextInt(25); k > 0; k--) {
        long end = at + 60 + random.nextInt(500);
        String text = VOCABULARY[random.nextInt(VOCABULARY.length)];
        words.add(new Word(new Span(Duration.ofMillis(at), Duration.ofMillis(end)), text));
        at = end + random.nextInt(80);
      }
      Span span = new Span(words.getFirst().span().start(), words.getLast().span().end());
      String text = String.join(" ", words.stream().map(Word::text).toList()) + ".";
      boolean exact = random.nextBoolean();
      sentences.add(new TranscriptSegment(span, text, null, null, exact ? words : List.of()));
      return span.end().toMillis();
    }

    LectureFacts facts(boolean withTranscript, boolean withSound) throws InterruptedException {
      Transcript transcript =
          withTranscript
              ? new Transcript(Transcript.Source.CAPTION_FILE, sentences)
              : Transcript.NONE;
      List<SilenceRegion> regions = withSound ? silences : List.of();
      LayoutAnalysis layout =
          new LayoutAnalysis(
              new Region(0, 0, 100, 100),
              Region.NONE,
              1,
              LayoutType.SCREEN_ONLY,
              1,
              Duration.ZERO,
              List.of(),
              changes,
              blank,
              false);
      List<ContentSegment> topics =
          new ContentAnalyzer().analyze(transcript, regions, layout, length, OptionalInt.empty());
      assertThat(topics.getFirst().span().start()).isZero();
      assertThat(topics.getLast().span().end()).isEqualTo(length);
      for (int i = 1; i < topics.size(); i++) {
        assertThat(topics.get(i).span().start()).isEqualTo(topics.get(i - 1).span().end());
      }
      return new LectureFacts(length, transcript, regions, layout, topics);
    }
  }

  private static void assertObeys(ClipRules rules, LectureFacts facts, Highlights highlights) {
    assertThat(highlights.clips()).hasSizeLessThanOrEqualTo(rules.count());
    assertThat(highlights.clips()).extracting(Cut::title).doesNotHaveDuplicates();
    Duration free = Duration.ZERO;
    for (Cut clip : highlights.clips()) {
      assertThat(clip.span().start()).isGreaterThanOrEqualTo(free);
      free = clip.span().end();
    }
    List<Cut> all = new ArrayList<>(highlights.clips());
    all.addAll(highlights.runnersUp());
    for (Cut clip : all) {
      assertThat(clip.length()).isBetween(rules.shortest(), rules.longest());
      assertThat(clip.span().end()).isLessThanOrEqualTo(facts.length());
      assertThat(clip.score()).isBetween(0.0, 1.0);
      assertThat(clip.scoreParts().values()).allMatch(part -> part >= 0 && part <= 1);
      assertThat(clip.kept().getFirst().start()).isEqualTo(clip.span().start());
      assertThat(clip.kept().getLast().end()).isEqualTo(clip.span().end());
      assertThat(clip.kept()).isSorted();
      assertThat(clip.kept()).allMatch(part -> part.length().isPositive());
      List<Duration> cuts = cuts(clip);
      assertThat(facts.transcript().segments())
          .noneMatch(sentence -> cuts.stream().anyMatch(cut -> isInside(sentence.span(), cut)));
    }
  }

  private static List<Duration> cuts(Cut clip) {
    return clip.kept().stream()
        .flatMap(part -> List.of(part.start(), part.end()).stream())
        .toList();
  }

  private static boolean isInside(Span span, Duration moment) {
    return moment.compareTo(span.start()) > 0 && moment.compareTo(span.end()) < 0;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void clips_of_random_lectures_obey_the_rules(long seed) throws InterruptedException {
    RandomLecture lecture = new RandomLecture(seed, 5 + (int) seed * 20);
    for (boolean withTranscript : new boolean[] {true, false}) {
      for (boolean withSound : new boolean[] {true, false}) {
        LectureFacts facts = lecture.facts(withTranscript, withSound);
        for (ClipRules rules :
            List.of(
                ClipRules.DEFAULT,
                new ClipRules(3, Duration.ofSeconds(5), Duration.ofSeconds(9)),
                new ClipRules(20, Duration.ofSeconds(1), Duration.ofSeconds(60)))) {
          Highlights highlights = new HighlightSelector().choose(facts, rules);
          assertObeys(rules, facts, highlights);
          assertThat(new HighlightSelector().choose(facts, rules)).isEqualTo(highlights);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void without_a_transcript_every_cut_is_in_a_silence(long seed) throws InterruptedException {
    LectureFacts facts = new RandomLecture(seed, 150).facts(false, true);
    Highlights highlights = new HighlightSelector().choose(facts, ClipRules.DEFAULT);
    assertThat(highlights.clips()).hasSizeGreaterThanOrEqualTo(3);
    for (Cut clip : highlights.clips()) {
      assertThat(cuts(clip))
          .allMatch(cut ->
              cut.isZero()
                  || cut.equals(facts.length())
                  || facts.silences().stream().anyMatch(s -> isInside(s.span(), cut)));
    }
  }

  @Test
  void a_lecture_that_is_too_short_has_no_clips() throws InterruptedException {
    LectureFacts facts = new RandomLecture(5, 2).facts(true, true);
    ClipRules rules = new ClipRules(8, Duration.ofMinutes(2), Duration.ofMinutes(3));
    assertThat(new HighlightSelector().choose(facts, rules).clips()).isEmpty();
  }

  @Test
  void a_lecture_of_three_hours_takes_seconds() throws InterruptedException {
    LectureFacts facts = new RandomLecture(7, 2600).facts(true, true);
    long before = System.nanoTime();
    Highlights highlights = new HighlightSelector().choose(facts, ClipRules.DEFAULT);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    assertThat(highlights.clips()).hasSize(8);
    assertThat(highlights.runnersUp()).isNotEmpty();
  }

  @Test
  void subtitles_are_in_clip_time_and_skip_parts_left_out() throws InterruptedException {
    ClipTimeline timeline =
        new ClipTimeline(List.of(Span.ofSeconds(10, 12), Span.ofSeconds(15, 20)));
    Transcript transcript =
        new Transcript(
            Transcript.Source.SPEECH_ENDPOINT,
            List.of(
                sentence(5, 9.5, "Before."),
                sentence(10.2, 11.9, "First."),
                sentence(15.3, 19.8, "Second."),
                sentence(20.5, 22, "After.")));
    assertThat(timeline.subtitles(transcript))
        .containsExactly(sentence(0.2, 1.9, "First."), sentence(2.3, 6.8, "Second."));
    assertThat(timeline.length()).isEqualTo(Duration.ofSeconds(7));
    assertThat(timeline.toClip(Duration.ofSeconds(13))).isEqualTo(Duration.ofSeconds(2));
  }

  private static TranscriptSegment sentence(double start, double end, String text) {
    Span span = Span.ofSeconds(start, end);
    return new TranscriptSegment(span, text, null, null, List.of(new Word(span, text)));
  }
}
