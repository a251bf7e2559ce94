package org.lecturehighlights.lecture.content;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.layout.ScreenChange;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.text.Keyphrases;
import org.lecturehighlights.lecture.timeline.Moments;
import org.lecturehighlights.lecture.timeline.SortedSpans;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;

/** Divides a lecture into topics and describes each of them, offline and deterministically. */
public final class ContentAnalyzer {
  // Weights of importance; each part is relative to the highest value of any topic.
  private static final double DENSITY = 0.45;
  private static final double STRESS = 0.25;
  private static final double DEFINITIONS = 0.15;
  private static final double SLIDES = 0.15;
  private static final double SPEECH = 0.6;

  private final TopicSegmenter segmenter = new TopicSegmenter();

  /**
   * Divides a lecture into topics.
   *
   * @param silences ordered by start
   * @param length of the lecture, longer than zero
   * @param wanted number of topics; we choose it if empty
   * @return topics ordered by start, from 0 to the lecture's end without gaps; boundaries are
   *     between sentences
   * @throws InterruptedException soon after the thread was interrupted
   */
  public List<ContentSegment> analyze(
      Transcript transcript,
      List<SilenceRegion> silences,
      LayoutAnalysis layout,
      Duration length,
      OptionalInt wanted)
      throws InterruptedException {
    List<TranscriptSegment> spoken =
        transcript.segments().stream()
            .filter(sentence -> sentence.span().start().compareTo(length) < 0)
            .toList();
    return spoken.isEmpty()
        ? withoutWords(silences, layout, length, wanted)
        : withWords(spoken, layout, length, wanted);
  }

  private List<ContentSegment> withWords(
      List<TranscriptSegment> spoken, LayoutAnalysis layout, Duration length, OptionalInt wanted)
      throws InterruptedException {
    List<Duration> newSlides = newSlides(layout);
    List<Utterance> utterances =
        spoken.stream().map(sentence -> new Utterance(sentence.span(), sentence.text())).toList();
    List<Integer> starts = segmenter.segment(utterances, newSlides, wanted);
    Keyphrases lecture = new Keyphrases(spoken.stream().map(TranscriptSegment::text).toList());
    List<Topic> topics = new ArrayList<>();
    Duration from = Duration.ZERO;
    for (int i = 0; i < starts.size(); i++) {
      int first = starts.get(i);
      int after = i + 1 < starts.size() ? starts.get(i + 1) : spoken.size();
      Duration to = i + 1 < starts.size() ? boundary(spoken, after, newSlides, length) : length;
      List<String> sentences =
          spoken.subList(first, after).stream().map(TranscriptSegment::text).toList();
      topics.add(new Topic(new Span(from, to), sentences, lecture));
      from = to;
    }
    return described(topics, layout);
  }

  /**
   * The time of a new slide within the pause before a sentence, or else the middle of the pause.
   */
  private static Duration boundary(
      List<TranscriptSegment> spoken, int sentence, List<Duration> newSlides, Duration length) {
    Duration from = spoken.get(sentence - 1).span().end();
    Duration to = spoken.get(sentence).span().start();
    if (from.compareTo(to) >= 0) {
      return to;
    }
    Span pause = new Span(from, to.compareTo(length) < 0 ? to : length);
    return newSlides.stream()
        .filter(pause::contains)
        .reduce((_, last) -> last)
        .orElse(Duration.ofMillis(pause.middle().toMillis()));
  }

  private static List<ContentSegment> described(List<Topic> topics, LayoutAnalysis layout) {
    double[] density = relative(topics.stream().mapToDouble(Topic::density).toArray());
    double[] stress = relative(topics.stream().mapToDouble(Topic::stress).toArray());
    double[] definitions = relative(topics.stream().mapToDouble(Topic::definitions).toArray());
    double[] slides = activity(topics.stream().map(Topic::span).toList(), layout);
    List<ContentSegment> segments = new ArrayList<>();
    for (int i = 0; i < topics.size(); i++) {
      Topic topic = topics.get(i);
      String title = topic.title();
      double importance =
          DENSITY * density[i]
              + STRESS * stress[i]
              + DEFINITIONS * definitions[i]
              + SLIDES * slides[i];
      segments.add(
          new ContentSegment(
              topic.span(),
              title.isEmpty() ? partTitle(i + 1, topic.span()) : title,
              topic.description(),
              Math.clamp(importance, 0.0, 1.0),
              topic.keywords(),
              topic.concepts(),
              i + 1));
    }
    return segments;
  }

  private static List<ContentSegment> withoutWords(
      List<SilenceRegion> silences, LayoutAnalysis layout, Duration length, OptionalInt wanted) {
    List<Span> parts = SilentParts.of(silences, layout, length, wanted);
    double[] speech = speech(parts, silences);
    double[] slides = activity(parts, layout);
    List<ContentSegment> segments = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      double importance = SPEECH * speech[i] + (1 - SPEECH) * slides[i];
      segments.add(
          new ContentSegment(
              parts.get(i),
              partTitle(i + 1, parts.get(i)),
              null,
              Math.clamp(importance, 0.0, 1.0),
              List.of(),
              List.of(),
              i + 1));
    }
    return segments;
  }

  private static String partTitle(int number, Span span) {
    long minutes = span.start().toMinutes();
    return "Part %d (%02d:%02d)".formatted(number, minutes, span.start().toSecondsPart());
  }

  private static List<Duration> newSlides(LayoutAnalysis layout) {
    return layout.changes().stream()
        .filter(change -> change.kind() == ScreenChange.Kind.NEW_SLIDE)
        .map(ScreenChange::at)
        .toList();
  }

  /** Screen changes per second, relative to the most of any part. */
  private static double[] activity(List<Span> parts, LayoutAnalysis layout) {
    Moments changes = new Moments(layout.changes().stream().map(ScreenChange::at).toList());
    return relative(
        parts.stream()
            .mapToDouble(part -> changes.in(part) / Math.max(1, part.lengthSeconds()))
            .toArray());
  }

  private static double[] speech(List<Span> parts, List<SilenceRegion> silences) {
    List<Span> silent =
        silences.stream()
            .filter(silence -> silence.kind() != SilenceRegion.Kind.BLANK_SCREEN)
            .map(SilenceRegion::span)
            .toList();
    SortedSpans sorted = new SortedSpans(silent);
    return parts.stream()
        .mapToDouble(part -> speech(part, silent.subList(sorted.first(part), sorted.after(part))))
        .toArray();
  }

  private static double speech(Span part, List<Span> silences) {
    double silent =
        silences.stream()
            .flatMap(silence -> silence.intersect(part).stream())
            .mapToDouble(Span::lengthSeconds)
            .sum();
    return 1 - Math.min(1, silent / Math.max(0.001, part.lengthSeconds()));
  }

  private static double[] relative(double[] values) {
    double most = java.util.Arrays.stream(values).max().orElse(0);
    return java.util.Arrays.stream(values).map(value -> most > 0 ? value / most : 0).toArray();
  }
}
