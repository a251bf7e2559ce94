package org.lecturehighlights.lecture.transcript.parse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * Brings cues into order. Automatic captions roll: each cue repeats the line before and adds one,
 * with hardly visible cues in between that only repeat. Every word is kept once, when it is new.
 */
final class RollingCaptions {
  private static final Duration ADJACENT = Duration.ofMillis(120);
  private static final Duration HARDLY_VISIBLE = Duration.ofMillis(50);

  /** Repeating so many words at once is rolling, not speech. */
  private static final int ROLLING_WORDS = 3;

  private RollingCaptions() {}

  static List<TimedCue> settle(List<TimedCue> cues) {
    // Segments of a stream repeat the cues that reach into the next segment.
    List<TimedCue> sorted = new ArrayList<>(new LinkedHashSet<>(cues));
    sorted.sort(Comparator.comparing(cue -> cue.span().start()));
    return withoutOverlaps(together(withoutRepetitions(sorted)));
  }

  private static List<TimedCue> withoutRepetitions(List<TimedCue> sorted) {
    List<TimedCue> kept = new ArrayList<>();
    String shown = "";
    Duration shownUntil = Duration.ZERO;
    for (TimedCue cue : sorted) {
      String fresh = cue.text();
      if (!shown.isEmpty() && cue.span().start().compareTo(shownUntil.plus(ADJACENT)) <= 0) {
        fresh = fresh(shown, cue);
      }
      if (!fresh.isEmpty()) {
        kept.add(cue.endingWith(fresh));
      }
      shown = cue.text();
      shownUntil = cue.span().end();
    }
    return kept;
  }

  private static String fresh(String shown, TimedCue cue) {
    String text = cue.text();
    String lastLine = shown.substring(shown.lastIndexOf('\n') + 1);
    if (text.equals(shown) || text.equals(lastLine)) {
      boolean flash = cue.span().length().compareTo(HARDLY_VISIBLE) <= 0;
      return flash || words(text) >= ROLLING_WORDS ? "" : text;
    }
    if (text.startsWith(shown + "\n")) {
      return text.substring(shown.length() + 1);
    }
    if (text.startsWith(lastLine + "\n")) {
      return text.substring(lastLine.length() + 1);
    }
    if (words(shown) >= ROLLING_WORDS && text.startsWith(shown + " ")) {
      return text.substring(shown.length() + 1);
    }
    return text;
  }

  private static int words(String text) {
    return text.split("\\s+").length;
  }

  /** Cues that start at the same moment become one, shown as long as the longest of them. */
  private static List<TimedCue> together(List<TimedCue> sorted) {
    List<TimedCue> merged = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= sorted.size(); to++) {
      if (to == sorted.size()
          || !sorted.get(to).span().start().equals(sorted.get(from).span().start())) {
        merged.add(asOne(sorted.subList(from, to)));
        from = to;
      }
    }
    return merged;
  }

  private static TimedCue asOne(List<TimedCue> cues) {
    TimedCue first = cues.getFirst();
    if (cues.size() == 1) {
      return first;
    }
    Duration end =
        cues.stream().map(cue -> cue.span().end()).max(Duration::compareTo).orElseThrow();
    boolean sameSpeaker =
        cues.stream().allMatch(cue -> Objects.equals(cue.speaker(), first.speaker()));
    return new TimedCue(
        new Span(first.span().start(), end),
        String.join("\n", cues.stream().map(TimedCue::text).toList()),
        sameSpeaker ? first.speaker() : null,
        List.of());
  }

  /** A cue ends at the latest where the next one starts. */
  private static List<TimedCue> withoutOverlaps(List<TimedCue> sorted) {
    List<TimedCue> apart = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      TimedCue cue = sorted.get(i);
      boolean overlaps =
          i + 1 < sorted.size() && cue.span().end().compareTo(sorted.get(i + 1).span().start()) > 0;
      apart.add(
          overlaps
              ? new TimedCue(
                  new Span(cue.span().start(), sorted.get(i + 1).span().start()),
                  cue.text(),
                  cue.speaker(),
                  cue.wordStarts())
              : cue);
    }
    return apart;
  }
}
