package org.lecturehighlights.lecture.highlight;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.content.ContentSegment;
import org.lecturehighlights.lecture.layout.ScreenChange;
import org.lecturehighlights.lecture.text.CuePhrases;
import org.lecturehighlights.lecture.text.Words;
import org.lecturehighlights.lecture.timeline.Interruption;
import org.lecturehighlights.lecture.timeline.Moments;
import org.lecturehighlights.lecture.timeline.SortedSpans;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * Scores how much a run of passages is worth watching, 0 to 1, as a weighted sum of parts from 0 to
 * 1. The weights are our judgement: above all, a clip must be about one thing and begin and end
 * well.
 */
final class ClipScoring {
  /**
   * The parts of the score, in the order of their names in rows and JSON, which is also the order
   * of summation.
   */
  private enum ScorePart {
    CLOSING(0.14),
    FOCUS(0.15),
    IMPORTANCE(0.16),
    LENGTH(0.10),
    OPENING(0.18),
    SCREEN(0.10),
    SPEECH(0.05),
    TELLING(0.12);

    private final double weight;

    ScorePart(double weight) {
      this.weight = weight;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Slides change a little before or after the lecturer starts to speak about them. */
  private static final long SLIDE_TOLERANCE = 1500;

  private static final long CLEAR_PAUSE = 1000;

  private final Passages passages;
  private final ClipRules rules;
  private final List<ContentSegment> topics;
  private final SortedSpans topicSpans;
  private final List<Set<String>> stemsOfTopics;
  private final List<Span> blankScreens;
  private final SortedSpans sortedBlankScreens;
  private final Moments topicStarts;
  private final Moments changes;
  private final Moments newSlides;
  private final double[] opening;
  private final double[] closing;
  private final double[] tellingBefore;
  private final long[] spokenBefore;

  ClipScoring(LectureFacts facts, Passages passages, ClipRules rules) throws InterruptedException {
    this.passages = passages;
    this.rules = rules;
    this.topics = facts.topics();
    this.topicSpans = new SortedSpans(topics.stream().map(ContentSegment::span).toList());
    this.stemsOfTopics = topics.stream().map(ClipScoring::stems).toList();
    this.blankScreens = facts.layout().blankScreens();
    this.sortedBlankScreens = new SortedSpans(blankScreens);
    this.topicStarts = new Moments(topics.stream().map(topic -> topic.span().start()).toList());
    List<ScreenChange> onScreen = facts.layout().changes();
    this.changes = new Moments(onScreen.stream().map(ScreenChange::at).toList());
    this.newSlides =
        new Moments(
            onScreen.stream()
                .filter(change -> change.kind() == ScreenChange.Kind.NEW_SLIDE)
                .map(ScreenChange::at)
                .toList());
    int size = passages.spans().size();
    opening = new double[size];
    closing = new double[size];
    tellingBefore = new double[size + 1];
    spokenBefore = new long[size + 1];
    for (int i = 0; i < size; i++) {
      Interruption.check();
      Span span = passages.spans().get(i);
      opening[i] = opening(i);
      closing[i] = closing(i);
      tellingBefore[i + 1] = tellingBefore[i] + telling(i);
      spokenBefore[i + 1] = spokenBefore[i] + span.length().toMillis();
    }
  }

  Candidate score(int first, int last, long played) {
    double score =
        measure(first, last, played).entrySet().stream()
            .mapToDouble(part -> part.getKey().weight * part.getValue())
            .sum();
    return new Candidate(first, last, topic(first, last), Math.clamp(score, 0.0, 1.0));
  }

  /** The parts of the score, by name. */
  SortedMap<String, Double> parts(int first, int last, long played) {
    SortedMap<String, Double> parts = new TreeMap<>();
    measure(first, last, played).forEach((part, value) -> parts.put(part.code(), value));
    return parts;
  }

  private Map<ScorePart, Double> measure(int first, int last, long played) {
    Span span = span(first, last);
    double focus = 0;
    double importance = 0;
    for (ContentSegment topic : topics.subList(topicSpans.first(span), topicSpans.after(span))) {
      double share = share(span, topic.span());
      importance += share * topic.importance();
      focus = Math.max(focus, share);
    }
    double blank =
        blankScreens
            .subList(sortedBlankScreens.first(span), sortedBlankScreens.after(span))
            .stream()
            .mapToDouble(screen -> share(span, screen))
            .sum();
    double told = tellingBefore[last + 1] - tellingBefore[first];
    double spoken = spokenBefore[last + 1] - spokenBefore[first];
    Map<ScorePart, Double> parts = new EnumMap<>(ScorePart.class);
    for (ScorePart part : ScorePart.values()) {
      double value =
          switch (part) {
            case CLOSING -> closing[last];
            case FOCUS -> topics.isEmpty() ? 1 : 2 * focus - 1;
            case IMPORTANCE -> importance;
            case LENGTH -> comfort(played);
            case OPENING -> opening[first];
            case SCREEN -> 1 - 2 * blank;
            case SPEECH -> spoken / played;
            case TELLING -> told / (last - first + 1);
          };
      parts.put(part, Math.clamp(value, 0.0, 1.0));
    }
    return parts;
  }

  private int topic(int first, int last) {
    Span span = span(first, last);
    int best = -1;
    double most = 0;
    for (int i = topicSpans.first(span); i < topicSpans.after(span); i++) {
      double share = share(span, topics.get(i).span());
      if (share > most) {
        most = share;
        best = i;
      }
    }
    return best;
  }

  private Span span(int first, int last) {
    return new Span(
        Duration.ofMillis(passages.cutPoints().get(first).in()),
        Duration.ofMillis(passages.cutPoints().get(last + 1).out()));
  }

  private double opening(int passage) {
    CutPoint cutPoint = passages.cutPoints().get(passage);
    if (isTopicStart(cutPoint) || passage == 0) {
      return 1;
    }
    @Nullable String text = passages.text(passage);
    if (text != null && CuePhrases.leansOnContext(text)) {
      return 0;
    }
    if (isSlideStart(cutPoint)) {
      return 0.8;
    }
    return cutPoint.to() - cutPoint.from() >= CLEAR_PAUSE ? 0.5 : 0.3;
  }

  private double closing(int passage) {
    CutPoint cutPoint = passages.cutPoints().get(passage + 1);
    if (passage + 1 == passages.spans().size() || isTopicStart(cutPoint)) {
      return 1;
    }
    @Nullable String next = passages.text(passage + 1);
    if (next != null && CuePhrases.leansOnContext(next)) {
      return 0;
    }
    @Nullable String text = passages.text(passage);
    if (text != null && CuePhrases.changesTopic(text)) {
      return 0; // announces something that the clip would not show
    }
    if (isSlideStart(cutPoint)) {
      return 0.8;
    }
    return cutPoint.to() - cutPoint.from() >= CLEAR_PAUSE ? 0.6 : 0.3;
  }

  private double telling(int passage) {
    Span span = passages.spans().get(passage);
    @Nullable String text = passages.text(passage);
    if (text == null) {
      return Math.min(1, changes.in(span) / Math.max(1, span.lengthSeconds() / 10));
    }
    Span moment = new Span(span.start(), span.start().plusMillis(1));
    List<Set<String>> keywords =
        stemsOfTopics.subList(topicSpans.first(moment), topicSpans.after(moment));
    long hits =
        Words.of(text.toLowerCase(Locale.ROOT)).stream()
            .map(Words::stem)
            .distinct()
            .filter(stem -> keywords.stream().anyMatch(stems -> stems.contains(stem)))
            .count();
    return Math.min(
        1,
        0.2 * hits + (CuePhrases.stresses(text) ? 0.4 : 0) + (CuePhrases.defines(text) ? 0.3 : 0));
  }

  private static Set<String> stems(ContentSegment topic) {
    return topic.keywords().stream().map(Words::stem).collect(Collectors.toUnmodifiableSet());
  }

  private boolean isTopicStart(CutPoint cutPoint) {
    return topicStarts.between(cutPoint.from(), cutPoint.to()) > 0;
  }

  private boolean isSlideStart(CutPoint cutPoint) {
    return newSlides.between(cutPoint.from() - SLIDE_TOLERANCE, cutPoint.to() + SLIDE_TOLERANCE)
        > 0;
  }

  /** 1 for a comfortable length in the middle of the allowed range, less towards both ends. */
  private double comfort(long played) {
    double shortest = rules.shortest().toMillis();
    double range = Math.max(1, rules.longest().toMillis() - shortest);
    double place = (played - shortest) / range;
    return place < 0.2 ? 0.2 + 4 * place : place <= 0.6 ? 1 : 1 - (place - 0.6) * 1.25;
  }

  private static double share(Span span, Span other) {
    return span.intersect(other).map(Span::lengthSeconds).orElse(0.0)
        / Math.max(0.001, span.lengthSeconds());
  }
}
