package org.lecturehighlights.lecture.highlight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.lecture.transcript.Word;

/**
 * Cuts a part of the lecture that somebody chose by hand, by the same rules as the selected clips:
 * never inside a word, long pauses shortened, neither too short nor too long.
 */
public final class ManualCut {
  private static final int PROOF_WORDS = 6;

  private final Duration length;
  private final ClipRules rules;
  private final List<Word> words;
  private final List<Span> silences;
  private final List<CutPoint> cutPoints;

  /**
   * @param length of the lecture
   * @param regions where nobody speaks, ordered by start
   */
  public ManualCut(
      Duration length, Transcript transcript, List<SilenceRegion> regions, ClipRules rules) {
    this.length = length;
    this.rules = rules;
    // If the words of a sentence have no times, the whole sentence counts as one word.
    this.words =
        transcript.segments().stream()
            .flatMap(sentence ->
                sentence.words().isEmpty()
                    ? Stream.of(new Word(sentence.span(), sentence.text()))
                    : sentence.words().stream())
            .toList();
    long millis = length.toMillis();
    this.silences = Passages.silences(regions, millis);
    List<Span> passages =
        transcript.segments().isEmpty()
            ? Passages.sounds(silences, millis)
            : Passages.sentences(transcript, millis).stream().map(s -> s.span()).toList();
    this.cutPoints =
        silences.isEmpty() ? List.of() : Passages.cutPoints(passages, silences, millis);
  }

  /** Whether a requested cut is allowed. */
  public sealed interface Result {
    /**
     * The cut is allowed.
     *
     * @param kept the parts that are played, ordered by start
     */
    record Allowed(List<Span> kept, CutProof proof) implements Result {
      public Allowed {
        kept = List.copyOf(kept);
      }

      public Duration length() {
        return new ClipTimeline(kept).length();
      }
    }

    /**
     * The cut is not allowed.
     *
     * @param atStart true if the start is the reason, false if the end is
     * @param why a sentence that says what is allowed
     */
    record Refused(boolean atStart, String why) implements Result {}
  }

  /** Cuts from the start to the end of the wanted part, or says which cut is allowed instead. */
  public Result cut(Span wanted) {
    if (wanted.end().compareTo(length) > 0) {
      return new Result.Refused(
          false, "The lecture ends at %s s; end the clip then or earlier.".formatted(text(length)));
    }
    Optional<Result> insideWord =
        insideWord(wanted.start(), true).or(() -> insideWord(wanted.end(), false));
    if (insideWord.isPresent()) {
      return insideWord.get();
    }
    List<Span> kept = kept(wanted);
    Duration played = new ClipTimeline(kept).length();
    if (played.compareTo(rules.shortest()) < 0 || played.compareTo(rules.longest()) > 0) {
      return new Result.Refused(
          false,
          "The clip would be %s s long; choose a part that is %s to %s s long."
              .formatted(text(played), text(rules.shortest()), text(rules.longest())));
    }
    return new Result.Allowed(kept, proof(wanted));
  }

  private Optional<Result> insideWord(Duration moment, boolean atStart) {
    return around(moment)
        .map(word ->
            new Result.Refused(
                atStart,
                "The cut at %s s is inside \"%s\"; cut at %s or at %s s instead."
                    .formatted(
                        text(moment),
                        shortened(word.text()),
                        text(before(word.span().start())),
                        text(after(word.span().end())))));
  }

  private Optional<Word> around(Duration moment) {
    return words.stream()
        .filter(word ->
            word.span().start().compareTo(moment) < 0 && word.span().end().compareTo(moment) > 0)
        .findFirst();
  }

  /** Words of two speakers may overlap. */
  private Duration before(Duration moment) {
    return around(moment).map(word -> before(word.span().start())).orElse(moment);
  }

  private Duration after(Duration moment) {
    return around(moment).map(word -> after(word.span().end())).orElse(moment);
  }

  private List<Span> kept(Span wanted) {
    List<Span> kept = new ArrayList<>();
    Duration from = wanted.start();
    for (CutPoint cutPoint : cutPoints) {
      for (Span removed : cutPoint.removed()) {
        if (removed.start().compareTo(from) > 0 && removed.end().compareTo(wanted.end()) < 0) {
          kept.add(new Span(from, removed.start()));
          from = removed.end();
        }
      }
    }
    kept.add(new Span(from, wanted.end()));
    return kept;
  }

  private CutProof proof(Span wanted) {
    List<String> spoken =
        words.stream()
            .filter(word ->
                word.span().start().compareTo(wanted.start()) >= 0
                    && word.span().end().compareTo(wanted.end()) <= 0)
            .flatMap(word -> Stream.of(word.text().strip().split("\\s+")))
            .toList();
    int count = Math.min(PROOF_WORDS, spoken.size());
    return new CutProof(
        count == 0 ? null : String.join(" ", spoken.subList(0, count)),
        count == 0 ? null : String.join(" ", spoken.subList(spoken.size() - count, spoken.size())),
        silenceAt(wanted.start()),
        silenceAt(wanted.end()));
  }

  private @Nullable Span silenceAt(Duration moment) {
    return silences.stream()
        .filter(silence ->
            silence.start().compareTo(moment) <= 0 && silence.end().compareTo(moment) >= 0)
        .findFirst()
        .orElse(null);
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40).strip() + "…";
  }

  private static String text(Duration moment) {
    return String.format(Locale.ROOT, "%.3f", Seconds.of(moment)).replaceAll("\\.?0+$", "");
  }
}
