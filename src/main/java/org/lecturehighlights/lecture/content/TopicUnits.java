package org.lecturehighlights.lecture.content;

import java.time.Duration;
import java.util.List;

/**
 * Runs of utterances between which a topic may begin. In most lectures each utterance is a unit;
 * where there are so many of them that all topics from any to any other could not be tried in
 * seconds, neighbours are joined.
 *
 * @param starts the first utterance of each unit
 * @param evidence for a boundary before each utterance
 */
record TopicUnits(List<Utterance> utterances, int[] starts, double[] evidence) {
  /** So many sentences are said in four to five hours. */
  static final int MOST = 4000;

  /**
   * So often the words may be counted, from each unit to the end of the lecture: some seconds. A
   * day of speech has 200,000 words, of which half are topical.
   */
  static final long MOST_COUNTED = 2_000_000_000L;

  /**
   * Joins as many neighbours as it must. Each of equally many runs of utterances gives one start,
   * the one with the most evidence for a boundary.
   *
   * @param utterances at least one
   * @param words how many words they have that are counted
   */
  static TopicUnits of(List<Utterance> utterances, double[] evidence, int words) {
    int size = utterances.size();
    int count =
        (int) Math.min(Math.min(size, MOST), Math.max(1, MOST_COUNTED / Math.max(1, words)));
    int[] starts = new int[count];
    for (int unit = 1; unit < count; unit++) {
      int from = (int) ((long) unit * size / count);
      int to = (int) ((unit + 1L) * size / count);
      starts[unit] = from;
      for (int i = from + 1; i < to; i++) {
        if (evidence[i] > evidence[starts[unit]]) {
          starts[unit] = i;
        }
      }
    }
    return new TopicUnits(utterances, starts, evidence);
  }

  int count() {
    return starts.length;
  }

  int start(int unit) {
    return starts[unit];
  }

  /** The utterance after the last one of a unit. */
  int end(int unit) {
    return unit + 1 < starts.length ? starts[unit + 1] : utterances.size();
  }

  double evidence(int unit) {
    return evidence[starts[unit]];
  }

  /** From the start of a unit to the end of another one. */
  Duration length(int from, int last) {
    Duration start = utterances.get(start(from)).span().start();
    return utterances.get(end(last) - 1).span().end().minus(start);
  }
}
