package org.lecturehighlights.lecture.layout.detection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.layout.ScreenChange;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * Watches the screen at four frames a second and reports what changed once it has come to rest, so
 * that a transition is one change, and a blank screen between two looks at a slide is none.
 */
final class ScreenWatch {
  /** Between two frames at rest; measured at 0.4 % at most with the camera masked. */
  private static final double MOVING = 0.004;

  /** Bullets change 0.7 to 6 % of the screen. */
  private static final double BULLET = 0.005;

  /** A new slide takes the old ink away, a bullet adds to it. */
  private static final double REMOVED = 0.2;

  /** Shorter blanks are transitions. */
  private static final Duration SHORTEST_BLANK = Duration.ofSeconds(1);

  private final List<ScreenChange> changes = new ArrayList<>();
  private final List<Span> blanks = new ArrayList<>();
  private @Nullable ScreenPicture shown;
  private @Nullable ScreenPicture previous;
  private @Nullable Duration changingSince;
  private @Nullable Duration blankSince;

  void add(Duration at, ScreenPicture now) {
    ScreenPicture before = previous;
    previous = now;
    if (now.isBlank()) {
      blankSince = blankSince == null ? at : blankSince;
      changingSince = null;
      return;
    }
    endBlank(at);
    if (shown == null || before == null) {
      shown = now;
      return;
    }
    double changed = now.changedFrom(shown);
    if (changed < BULLET) {
      changingSince = null;
      return;
    }
    Duration since = changingSince == null ? at : changingSince;
    changingSince = since;
    if (now.changedFrom(before) < MOVING) {
      boolean replaced = now.inkRemovedFrom(shown) > REMOVED;
      changes.add(
          new ScreenChange(
              since, replaced ? ScreenChange.Kind.NEW_SLIDE : ScreenChange.Kind.BULLET, changed));
      shown = now;
      changingSince = null;
    }
  }

  /** The layout changes: what was seen so far cannot be compared with what comes. */
  void restart(Duration at) {
    endBlank(at);
    shown = null;
    previous = null;
    changingSince = null;
  }

  void finish(Duration end) {
    endBlank(end);
  }

  private void endBlank(Duration at) {
    if (blankSince != null && at.minus(blankSince).compareTo(SHORTEST_BLANK) >= 0) {
      blanks.add(new Span(blankSince, at));
    }
    blankSince = null;
  }

  List<ScreenChange> changes() {
    return changes;
  }

  List<Span> blanks() {
    return blanks;
  }
}
