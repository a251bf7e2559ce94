package org.lecturehighlights.transcript.captions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.lecturehighlights.timeline.Span;

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

  static List<Cue> settle(List<Cue> cues) {
    List<Cue> sorted = new ArrayList<>(cues);
    sorted.sort(Comparator.comparing(cue -> cue.span().start()));
    return withoutOverlaps(withoutRepetitions(sorted));
  }

  private static List<Cue> withoutRepetitions(List<Cue> sorted) {
    List<Cue> kept = new ArrayList<>();
    String shown = "";
    Duration shownUntil = Duration.ZERO;
    for (Cue cue : sorted) {
      String fresh = cue.text();
      if (!shown.isEmpty() && cue.span().start().compareTo(shownUntil.plus(ADJACENT)) <= 0) {
        fresh = fresh(shown, cue);
      }
      if (!fresh.isEmpty()) {
        kept.add(new Cue(cue.span(), fresh, cue.speaker()));
      }
      shown = cue.text();
      shownUntil = cue.span().end();
    }
    return kept;
  }

  private static String fresh(String shown, Cue cue) {
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

  private static List<Cue> withoutOverlaps(List<Cue> sorted) {
    List<Cue> apart = new ArrayList<>();
    for (Cue cue : sorted) {
      if (!apart.isEmpty()) {
        Cue before = apart.getLast();
        if (before.span().start().equals(cue.span().start())) {
          Duration end =
              before.span().compareTo(cue.span()) >= 0 ? before.span().end() : cue.span().end();
          String speaker =
              Objects.equals(before.speaker(), cue.speaker()) ? before.speaker() : null;
          apart.set(
              apart.size() - 1,
              new Cue(
                  new Span(before.span().start(), end),
                  before.text() + "\n" + cue.text(),
                  speaker));
          continue;
        }
        if (before.span().end().compareTo(cue.span().start()) > 0) {
          apart.set(
              apart.size() - 1,
              new Cue(
                  new Span(before.span().start(), cue.span().start()),
                  before.text(),
                  before.speaker()));
        }
      }
      apart.add(cue);
    }
    return apart;
  }
}
