package org.lecturehighlights.lecture.layout.detection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.layout.ScreenChange;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * Watches the screen at four frames per second and reports a change once the picture is still
 * again, so that a transition is a single change, and a blank screen between two views of the same
 * slide is none.
 */
final class ScreenWatch {
  /**
   * Maximum difference between two still frames; at most 0.4 % was measured with the camera masked.
   */
  private static final double MOVING = 0.004;

  /** Minimum change; bullets change 0.7 to 6 % of the screen. */
  private static final double BULLET = 0.005;

  /** Share of the old content above which it counts as replaced; a bullet only adds to it. */
  private static final double REMOVED = 0.2;

  /** Shorter blank screens are transitions. */
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
      boolean replaced = now.contentRemovedFrom(shown) > REMOVED;
      changes.add(
          new ScreenChange(
              since, replaced ? ScreenChange.Kind.NEW_SLIDE : ScreenChange.Kind.BULLET, changed));
      shown = now;
      changingSince = null;
    }
  }

  /**
   * Starts again after a change of layout, because pictures before and after it cannot be compared.
   */
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
