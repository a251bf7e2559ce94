package org.lecturehighlights.lecture.silence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * Turns silent and loud hops into regions; ignores clicks and keeps clear of neighbouring words.
 */
final class SilenceTracker {
  /** In hops. A mouse click, a key press or a lip noise is shorter than any word. */
  private static final int MAX_CLICK = 4;

  /**
   * In hops. A click is isolated. The release of a stop consonant at the end of a word sounds like
   * a click, but follows the voice sooner.
   */
  private static final int CLICK_DISTANCE = 15;

  /** Hops that belong to the previous word, whose last sound fades below the threshold. */
  private static final int FADING = 3;

  /** Hops that belong to the next word, whose first sound starts below the threshold. */
  private static final int RISING = 2;

  private final Duration shortest;
  private final List<Span> regions = new ArrayList<>();
  private int regionStart = -1;
  private int lastSilent = -1;
  private int runStart = -1;
  private int hop;

  SilenceTracker(Duration shortest) {
    this.shortest = shortest;
  }

  void add(boolean silent) {
    if (silent) {
      if (runStart < 0) {
        runStart = hop;
      }
      if (hop - runStart + 1 >= CLICK_DISTANCE || runStart == 0) {
        settle();
      }
    } else {
      runStart = -1;
    }
    hop++;
  }

  /**
   * Accepts the current run, which is long enough: it continues the region before a click or starts
   * a new one.
   */
  private void settle() {
    if (regionStart >= 0 && runStart - lastSilent - 1 > MAX_CLICK) {
      close(lastSilent + 1 - RISING);
      regionStart = -1;
    }
    if (regionStart < 0) {
      regionStart = runStart == 0 ? 0 : runStart + FADING;
    }
    lastSilent = hop;
  }

  private void close(int endHop) {
    Duration start = time(regionStart);
    Duration end = time(Math.max(endHop, regionStart));
    if (end.minus(start).compareTo(shortest) >= 0) {
      regions.add(new Span(start, end));
    }
  }

  /**
   * The regions, ordered by start; a region that reaches the last sample extends to the end of the
   * media.
   */
  List<Span> finish(Duration mediaEnd) {
    boolean soundEndsEarly = mediaEnd.minus(time(hop)).compareTo(shortest) >= 0;
    boolean silentEnd = regionStart >= 0 && lastSilent == hop - 1;
    if (soundEndsEarly || silentEnd) {
      int heard = hop;
      if (regionStart >= 0 && !silentEnd) {
        close(lastSilent + 1 - RISING);
      }
      Duration start = silentEnd ? time(regionStart) : time(heard);
      if (mediaEnd.minus(start).compareTo(shortest) >= 0) {
        regions.add(new Span(start, mediaEnd));
      }
    } else if (regionStart >= 0) {
      close(lastSilent + 1 - RISING);
    }
    return regions.stream()
        .filter(region -> region.start().compareTo(mediaEnd) < 0)
        .map(region ->
            region.end().compareTo(mediaEnd) > 0 ? new Span(region.start(), mediaEnd) : region)
        .filter(region -> region.length().compareTo(shortest) >= 0)
        .toList();
  }

  private static Duration time(int hops) {
    return Duration.ofMillis((long) hops * LevelMeter.HOP_MILLIS);
  }
}
