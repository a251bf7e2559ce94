package org.lecturehighlights.lecture.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.layout.LayoutType;
import org.lecturehighlights.lecture.layout.Region;
import org.lecturehighlights.lecture.layout.ScreenChange;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;

class ContentAnalyzerTest {
  private static final List<String> COOKING =
      List.of(
          "A sourdough starter is a mixture of flour and water.",
          "The flour feeds the yeast in the sourdough starter.",
          "Remember that the dough needs warm water.",
          "The oven bakes the dough into bread.",
          "Bread dough rises because of the yeast.",
          "A hot oven gives the bread its crust.");

  private static final List<String> SAILING =
      List.of(
          "Now let us move on to sailing boats, which I love.",
          "The wind fills the main sail of the boat.",
          "A keel keeps the boat upright in strong wind.",
          "The sailor trims the main sail with a rope.",
          "Each boat has a rudder behind the keel.",
          "The main sail and the rudder steer the boat.");

  private static Transcript spoken(List<String> first, List<String> second) {
    List<TranscriptSegment> sentences = new ArrayList<>();
    double at = 1;
    for (List<String> part : List.of(first, second)) {
      for (String text : part) {
        sentences.add(
            new TranscriptSegment(Span.ofSeconds(at, at + 5), text, null, null, List.of()));
        at += 6;
      }
    }
    return new Transcript(Transcript.Source.CAPTION_FILE, sentences);
  }

  private static LayoutAnalysis slides(double... seconds) {
    List<ScreenChange> changes = new ArrayList<>();
    for (double second : seconds) {
      Duration at = Duration.ofMillis(Math.round(second * 1000));
      changes.add(new ScreenChange(at, ScreenChange.Kind.NEW_SLIDE, 0.5));
    }
    return new LayoutAnalysis(
        new Region(0, 0, 10, 10),
        Region.NONE,
        1,
        LayoutType.SCREEN_ONLY,
        1,
        Duration.ZERO,
        List.of(),
        changes,
        List.of(),
        false);
  }

  private static List<ContentSegment> analyze(
      Transcript transcript, LayoutAnalysis layout, long seconds, OptionalInt wanted)
      throws InterruptedException {
    return new ContentAnalyzer()
        .analyze(transcript, List.of(), layout, Duration.ofSeconds(seconds), wanted);
  }

  @Test
  void two_subjects_become_two_topics_with_the_lecturers_names() throws InterruptedException {
    List<ContentSegment> topics =
        analyze(spoken(COOKING, SAILING), slides(), 75, OptionalInt.empty());
    assertThat(topics)
        .extracting(ContentSegment::topic)
        .containsExactly("Sourdough starter", "Sailing boats");
    assertThat(topics.get(0).span()).isEqualTo(Span.ofSeconds(0, 36.5));
    assertThat(topics.get(1).span()).isEqualTo(Span.ofSeconds(36.5, 75));
    assertThat(topics.get(1).keywords()).startsWith("boat");
    assertThat(topics.get(1).concepts()).contains("main sail");
    assertThat(topics).allMatch(topic -> topic.importance() > 0 && topic.importance() <= 1);
    assertThat(String.valueOf(topics.get(0).description())).contains("sourdough");
  }

  @Test
  void a_topic_starts_with_a_slide_that_changes_in_the_pause() throws InterruptedException {
    List<ContentSegment> topics =
        analyze(spoken(COOKING, SAILING), slides(36.2), 75, OptionalInt.of(2));
    assertThat(topics.get(1).span().startSeconds()).isEqualTo(36.2);
  }

  @Test
  void the_wanted_number_of_topics_is_found_if_there_are_enough_sentences()
      throws InterruptedException {
    for (int wanted : new int[] {1, 2, 5, 12, 99}) {
      assertThat(analyze(spoken(COOKING, SAILING), slides(), 75, OptionalInt.of(wanted)))
          .hasSize(Math.min(wanted, 12));
    }
  }

  @Test
  void without_a_transcript_new_slides_divide_the_lecture() throws InterruptedException {
    List<ContentSegment> parts =
        analyze(Transcript.NONE, slides(100, 105, 400), 600, OptionalInt.empty());
    assertThat(parts).extracting(part -> part.span().startSeconds()).contains(0.0, 100.0, 400.0);
    assertThat(parts.get(1).topic()).isEqualTo("Part 2 (01:40)");
  }

  @Test
  void without_transcript_and_slides_parts_are_at_most_five_minutes_long()
      throws InterruptedException {
    List<ContentSegment> parts = analyze(Transcript.NONE, slides(), 3600, OptionalInt.empty());
    assertThat(parts).allMatch(part -> part.span().length().compareTo(Duration.ofMinutes(5)) <= 0);
    assertThat(parts.getLast().span().endSeconds()).isEqualTo(3600);
    assertThat(analyze(Transcript.NONE, slides(), 3600, OptionalInt.of(7))).hasSize(7);
  }

  @Test
  void a_silent_part_is_less_important() throws InterruptedException {
    SilenceRegion silence =
        new SilenceRegion(Span.ofSeconds(10, 290), SilenceRegion.Kind.AUDIO_SILENCE, -50.0);
    List<ContentSegment> parts =
        new ContentAnalyzer()
            .analyze(
                Transcript.NONE,
                List.of(silence),
                slides(300),
                Duration.ofSeconds(600),
                OptionalInt.of(2));
    assertThat(parts.get(0).importance()).isLessThan(parts.get(1).importance());
  }
}
