package org.lecturehighlights.lecture.highlight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.layout.ScreenChange;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;

/**
 * The lecture as passages that are never cut, with a cut point before each and one after the last.
 * Passages are sentences; without a transcript, the sound between silences; without sound, parts of
 * slides.
 *
 * @param sentences one per span, or empty without a transcript
 * @param cutPoints one more than spans; cut point i is before passage i
 */
record Passages(List<Span> spans, List<TranscriptSegment> sentences, List<CutPoint> cutPoints) {
  /** In a shorter silence there is no safe distance for a cut from both edges. */
  private static final long SHORTEST_SILENCE = 300;

  /** A longer part of a slide is divided, so that clips can be composed of parts. */
  private static final long LONGEST_PART = 15_000;

  /** Allowing more parts in the longest clip would produce needlessly many candidates. */
  private static final long MAX_PARTS = 24;

  static Passages of(LectureFacts facts, ClipRules rules) {
    long length = facts.length().toMillis();
    List<Span> silences = silences(facts.silences(), length);
    List<TranscriptSegment> sentences = sentences(facts.transcript(), length);
    if (!sentences.isEmpty()) {
      List<Span> spans = sentences.stream().map(TranscriptSegment::span).toList();
      return new Passages(spans, sentences, cutPoints(spans, silences, length));
    }
    List<Span> sounds = sounds(silences, length);
    return silences.isEmpty() || sounds.isEmpty()
        ? parts(facts, rules)
        : new Passages(sounds, List.of(), cutPoints(sounds, silences, length));
  }

  /** The text of a passage, for titles and proofs; null without a transcript. */
  @Nullable String text(int passage) {
    return sentences.isEmpty() ? null : sentences.get(passage).text();
  }

  static List<TranscriptSegment> sentences(Transcript transcript, long length) {
    List<TranscriptSegment> sentences = new ArrayList<>();
    long free = 0;
    for (TranscriptSegment sentence : transcript.segments()) {
      // Sentences that overlap the previous one or extend beyond the lecture cannot be cut cleanly.
      if (sentence.span().start().toMillis() >= free
          && sentence.span().end().toMillis() <= length) {
        sentences.add(sentence);
        free = sentence.span().end().toMillis();
      }
    }
    return sentences;
  }

  static List<Span> silences(List<SilenceRegion> regions, long length) {
    List<Span> joined = new ArrayList<>();
    Span lecture = new Span(Duration.ZERO, Duration.ofMillis(length));
    regions.stream()
        .filter(region -> region.kind() != SilenceRegion.Kind.BLANK_SCREEN)
        .flatMap(region -> region.span().intersect(lecture).stream())
        .sorted()
        .forEach(span -> {
          if (joined.isEmpty() || joined.getLast().end().compareTo(span.start()) < 0) {
            joined.add(span);
          } else if (joined.getLast().end().compareTo(span.end()) < 0) {
            joined.add(new Span(joined.removeLast().start(), span.end()));
          }
        });
    return joined;
  }

  static List<Span> sounds(List<Span> silences, long length) {
    List<Span> sounds = new ArrayList<>();
    long from = 0;
    for (Span silence : silences) {
      if (silence.length().toMillis() >= SHORTEST_SILENCE) {
        addSound(sounds, from, silence.start().toMillis());
        from = silence.end().toMillis();
      }
    }
    addSound(sounds, from, length);
    return sounds;
  }

  private static void addSound(List<Span> sounds, long from, long to) {
    if (to > from) {
      sounds.add(new Span(Duration.ofMillis(from), Duration.ofMillis(to)));
    }
  }

  static List<CutPoint> cutPoints(List<Span> spans, List<Span> silences, long length) {
    List<CutPoint> cutPoints = new ArrayList<>();
    long from = 0;
    int first = 0;
    for (int i = 0; i <= spans.size(); i++) {
      long to = i < spans.size() ? spans.get(i).start().toMillis() : length;
      while (first < silences.size() && silences.get(first).end().toMillis() <= from) {
        first++;
      }
      int last = first;
      while (last < silences.size() && silences.get(last).start().toMillis() < to) {
        last++;
      }
      cutPoints.add(CutPoint.between(from, to, silences.subList(first, last)));
      from = i < spans.size() ? spans.get(i).end().toMillis() : length;
    }
    return cutPoints;
  }

  private static Passages parts(LectureFacts facts, ClipRules rules) {
    long length = facts.length().toMillis();
    List<Long> cuts = new ArrayList<>(List.of(0L));
    for (ScreenChange change : facts.layout().changes()) {
      long at = change.at().toMillis();
      if (change.kind() == ScreenChange.Kind.NEW_SLIDE && at > cuts.getLast() && at < length) {
        cuts.add(at);
      }
    }
    cuts.add(length);
    long longest =
        Math.min(
            LONGEST_PART,
            Math.max(rules.shortest().toMillis() / 2, rules.longest().toMillis() / MAX_PARTS));
    List<Span> spans = new ArrayList<>();
    List<CutPoint> cutPoints = new ArrayList<>(List.of(CutPoint.at(0)));
    for (int i = 0; i + 1 < cuts.size(); i++) {
      long from = cuts.get(i);
      long whole = cuts.get(i + 1) - from;
      long count = Math.ceilDiv(whole, longest);
      for (long part = 0; part < count; part++) {
        addSound(spans, from + whole * part / count, from + whole * (part + 1) / count);
        cutPoints.add(CutPoint.at(spans.getLast().end().toMillis()));
      }
    }
    return new Passages(spans, List.of(), cutPoints);
  }
}
