package org.lecturehighlights.lecture.highlight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.content.ContentSegment;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;

/**
 * Selects the best set of clips of a lecture; clips consist of whole sentences and are cut in
 * pauses.
 */
public final class HighlightSelector {
  private static final int RUNNERS_UP = 5;
  private static final int PROOF_WORDS = 6;

  /**
   * Chooses the clips of a lecture and the runners-up.
   *
   * @return clips whose playing time obeys the rules; none if the lecture is too short or nothing
   *     in it can be cut cleanly
   * @throws InterruptedException soon after the thread was interrupted
   */
  public Highlights choose(LectureFacts facts, ClipRules rules) throws InterruptedException {
    Passages passages = Passages.of(facts, rules);
    ClipScoring scoring = new ClipScoring(facts, passages, rules);
    List<Candidate> candidates = new Candidates(scoring, passages, rules).all();
    List<Candidate> chosen = Schedule.best(candidates, passages.spans().size(), rules.count());
    ClipNaming naming = new ClipNaming(passages.sentences());
    List<Cut> clips = clips(chosen, passages, facts, scoring, naming);
    List<Cut> runnersUp = clips(runnersUp(candidates, chosen), passages, facts, scoring, naming);
    return new Highlights(clips, runnersUp);
  }

  private static List<Cut> clips(
      List<Candidate> candidates,
      Passages passages,
      LectureFacts facts,
      ClipScoring scoring,
      ClipNaming naming)
      throws InterruptedException {
    List<Cut> clips = new ArrayList<>();
    for (Candidate candidate : candidates) {
      clips.add(clip(candidate, passages, facts, scoring, naming));
    }
    return clips;
  }

  private static List<Candidate> runnersUp(List<Candidate> candidates, List<Candidate> chosen) {
    List<Candidate> best = new ArrayList<>(candidates);
    best.sort(
        Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparingInt(Candidate::first)
            .thenComparingInt(Candidate::last));
    List<Candidate> taken = new ArrayList<>(chosen);
    for (Candidate candidate : best) {
      if (taken.size() == chosen.size() + RUNNERS_UP) {
        break;
      }
      if (taken.stream().noneMatch(candidate::overlaps)) {
        taken.add(candidate);
      }
    }
    return taken.subList(chosen.size(), taken.size());
  }

  private static Cut clip(
      Candidate candidate,
      Passages passages,
      LectureFacts facts,
      ClipScoring scoring,
      ClipNaming naming)
      throws InterruptedException {
    List<Span> kept = kept(candidate, passages.cutPoints());
    long played = kept.stream().mapToLong(part -> part.length().toMillis()).sum();
    Span span = new Span(kept.getFirst().start(), kept.getLast().end());
    Optional<ContentSegment> topic =
        candidate.topic() < 0
            ? Optional.empty()
            : Optional.of(facts.topics().get(candidate.topic()));
    List<TranscriptSegment> sentences =
        passages.sentences().isEmpty()
            ? List.of()
            : passages.sentences().subList(candidate.first(), candidate.last() + 1);
    return new Cut(
        span,
        kept,
        naming.title(topic, sentences, span.start()),
        topic.map(ContentSegment::topic).orElse(null),
        topic.map(ContentSegment::order).orElse(null),
        null,
        candidate.score(),
        scoring.parts(candidate.first(), candidate.last(), played),
        proof(candidate, passages),
        Map.of());
  }

  private static List<Span> kept(Candidate candidate, List<CutPoint> cutPoints) {
    List<Span> kept = new ArrayList<>();
    Duration from = Duration.ofMillis(cutPoints.get(candidate.first()).in());
    for (CutPoint cutPoint : cutPoints.subList(candidate.first() + 1, candidate.last() + 1)) {
      for (Span removed : cutPoint.removed()) {
        kept.add(new Span(from, removed.start()));
        from = removed.end();
      }
    }
    kept.add(new Span(from, Duration.ofMillis(cutPoints.get(candidate.last() + 1).out())));
    return kept;
  }

  private static CutProof proof(Candidate candidate, Passages passages) {
    CutPoint before = passages.cutPoints().get(candidate.first());
    CutPoint after = passages.cutPoints().get(candidate.last() + 1);
    return new CutProof(
        words(passages.text(candidate.first()), true),
        words(passages.text(candidate.last()), false),
        pause(before, before.silenceIn()),
        pause(after, after.silenceOut()));
  }

  private static @Nullable Span pause(CutPoint cutPoint, @Nullable Span silence) {
    if (silence != null || cutPoint.to() == cutPoint.from()) {
      return silence;
    }
    return new Span(Duration.ofMillis(cutPoint.from()), Duration.ofMillis(cutPoint.to()));
  }

  private static @Nullable String words(@Nullable String text, boolean first) {
    if (text == null) {
      return null;
    }
    List<String> words = Arrays.asList(text.strip().split("\\s+"));
    int count = Math.min(PROOF_WORDS, words.size());
    return String.join(
        " ", first ? words.subList(0, count) : words.subList(words.size() - count, words.size()));
  }
}
