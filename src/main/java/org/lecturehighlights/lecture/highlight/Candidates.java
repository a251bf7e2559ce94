package org.lecturehighlights.lecture.highlight;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lecturehighlights.lecture.timeline.Interruption;

/**
 * All runs of passages that obey the rules, scored. In most lectures a clip may start and end at
 * each cut point; where there are so many cut points that all pairs could not be tried in seconds,
 * those with the longest pauses are left.
 */
final class Candidates {
  /** Four times what twelve hours of sentences give with clips of two minutes. */
  static final int MOST_TRIED = 1_500_000;

  private final ClipScoring scoring;
  private final List<CutPoint> cutPoints;
  private final long shortest;
  private final long longest;

  /** What is left out up to and with each cut point, in milliseconds. */
  private final long[] removed;

  Candidates(ClipScoring scoring, Passages passages, ClipRules rules) {
    this.scoring = scoring;
    this.cutPoints = passages.cutPoints();
    this.shortest = rules.shortest().toMillis();
    this.longest = rules.longest().toMillis();
    this.removed = new long[cutPoints.size()];
    for (int i = 1; i < removed.length; i++) {
      removed[i] = removed[i - 1] + cutPoints.get(i).removedMillis();
    }
  }

  /** By first passage, then by last. */
  List<Candidate> all() throws InterruptedException {
    int[] places = places();
    List<Candidate> candidates = new ArrayList<>();
    for (int from = 0; from < places.length; from++) {
      Interruption.check();
      for (int to = from + 1; to < places.length; to++) {
        long played = played(places[from], places[to]);
        if (played > longest) {
          break;
        }
        if (played >= shortest) {
          candidates.add(scoring.score(places[from], places[to] - 1, played));
        }
      }
    }
    return candidates;
  }

  /** The cut points in which clips may start and end. */
  int[] places() throws InterruptedException {
    int[] places = IntStream.range(0, cutPoints.size()).toArray();
    while (tried(places) > MOST_TRIED) {
      places = half(places);
    }
    return places;
  }

  /** How many pairs of places are tried; counts no further than it must. */
  private int tried(int[] places) throws InterruptedException {
    int tried = 0;
    for (int from = 0; from < places.length && tried <= MOST_TRIED; from++) {
      Interruption.check();
      int to = from + 1;
      while (to < places.length
          && tried++ <= MOST_TRIED
          && played(places[from], places[to]) <= longest) {
        to++;
      }
    }
    return tried;
  }

  /** The first, the last, and of each two between them the one with the longer pause. */
  private int[] half(int[] places) {
    int last = places.length - 1;
    return IntStream.rangeClosed(0, (last + 1) / 2)
        .map(i -> 2 * i)
        .map(i ->
            i == 0 ? places[0] : i >= last ? places[last] : longerPause(places[i - 1], places[i]))
        .toArray();
  }

  private int longerPause(int cutPoint, int next) {
    return pause(next) > pause(cutPoint) ? next : cutPoint;
  }

  private long pause(int cutPoint) {
    return cutPoints.get(cutPoint).to() - cutPoints.get(cutPoint).from();
  }

  /** How long a clip plays that starts in one cut point and ends in another, in milliseconds. */
  private long played(int from, int to) {
    return cutPoints.get(to).out() - cutPoints.get(from).in() - (removed[to - 1] - removed[from]);
  }
}
