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
 * Cuts a part of the lecture that somebody chose by hand, by the rules of the chosen clips: never
 * inside a word, long pauses shortened, neither too short nor too long.
 */
public final class ManualCut {
  private static final int PROOF_WORDS = 6;

  private final Duration length;
  private final ClipRules rules;
  private final List<Word> words;
  private final List<Span> silences;
  private final List<CutPoint> gaps;

  /**
   * @param length of the lecture
   * @param regions where nobody speaks, by start
   */
  public ManualCut(
      Duration length, Transcript transcript, List<SilenceRegion> regions, ClipRules rules) {
    this.length = length;
    this.rules = rules;
    // Where the words of a sentence have no times, the sentence is the smallest part that is known.
    this.words =
        transcript.segments().stream()
            .flatMap(sentence ->
                sentence.words().isEmpty()
                    ? Stream.of(new Word(sentence.span(), sentence.text()))
                    : sentence.words().stream())
            .toList();
    long millis = length.toMillis();
    this.silences = Passages.silences(regions, millis);
    List<Span> stretches =
        transcript.segments().isEmpty()
            ? Passages.sounds(silences, millis)
            : Passages.sentences(transcript, millis).stream().map(s -> s.span()).toList();
    this.gaps = silences.isEmpty() ? List.of() : Passages.gaps(stretches, silences, millis);
  }

  /** What became of a wish. */
  public sealed interface Result {
    /**
     * @param kept what is played, by start
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
     * @param atStart whether the start is to blame, else the end
     * @param why a sentence that names what is allowed
     */
    record Refused(boolean atStart, String why) implements Result {}
  }

  /** Cuts from the start of the wanted part to its end, or tells which cut is allowed instead. */
  public Result cut(Span wanted) {
    if (wanted.end().compareTo(length) > 0) {
      return new Result.Refused(
          false, "The lecture ends at %s s; end the clip there or before.".formatted(text(length)));
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
          "The clip would play %s s; choose a part that plays %s to %s s."
              .formatted(text(played), text(rules.shortest()), text(rules.longest())));
    }
    return new Result.Allowed(kept, proof(wanted));
  }

  private Optional<Result> insideWord(Duration moment, boolean atStart) {
    return around(moment)
        .map(word ->
            new Result.Refused(
                atStart,
                "At %s s somebody says \"%s\"; cut at %s or at %s s."
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
    for (CutPoint gap : gaps) {
      for (Span removed : gap.removed()) {
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
    List<String> said =
        words.stream()
            .filter(word ->
                word.span().start().compareTo(wanted.start()) >= 0
                    && word.span().end().compareTo(wanted.end()) <= 0)
            .flatMap(word -> Stream.of(word.text().strip().split("\\s+")))
            .toList();
    int count = Math.min(PROOF_WORDS, said.size());
    return new CutProof(
        count == 0 ? null : String.join(" ", said.subList(0, count)),
        count == 0 ? null : String.join(" ", said.subList(said.size() - count, said.size())),
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
