package org.lecturehighlights.lecture.highlight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Interruption;

/** The best set of candidates that do not overlap: weighted interval scheduling, solved exactly. */
final class Schedule {
  /**
   * Candidates with lower scores are selected only to reach {@link #WANTED}. Each additional clip
   * must score at least this much, so that a good long clip is not replaced by two poor short ones.
   */
  static final double FLOOR = 0.55;

  private static final int WANTED = 3;

  private Schedule() {}

  /**
   * Chooses candidates that do not overlap and have the highest total score.
   *
   * @param passages number of passages that candidates refer to
   * @param most maximum number of clips
   * @return ordered by first passage, not overlapping
   */
  static List<Candidate> best(List<Candidate> candidates, int passages, int most)
      throws InterruptedException {
    List<Candidate> byLast = new ArrayList<>(candidates);
    byLast.sort(Comparator.comparingInt(Candidate::last).thenComparingInt(Candidate::first));
    double[][] best = new double[most + 1][passages + 1];
    @Nullable Candidate[][] taken = new @Nullable Candidate[most + 1][passages + 1];
    for (double[] row : best) {
      Arrays.fill(row, Double.NEGATIVE_INFINITY);
    }
    Arrays.fill(best[0], 0);
    int next = 0;
    for (int end = 1; end <= passages; end++) {
      Interruption.check();
      for (int count = 1; count <= most; count++) {
        best[count][end] = best[count][end - 1];
      }
      for (; next < byLast.size() && byLast.get(next).last() == end - 1; next++) {
        Candidate candidate = byLast.get(next);
        for (int count = 1; count <= most; count++) {
          double value = best[count - 1][candidate.first()] + candidate.score() - FLOOR;
          if (value > best[count][end]) {
            best[count][end] = value;
            taken[count][end] = candidate;
          }
        }
      }
    }
    return traced(taken, count(best, passages, most), passages);
  }

  private static int count(double[][] best, int passages, int most) {
    int count = 0;
    for (int more = 1; more <= most; more++) {
      boolean possible = best[more][passages] > Double.NEGATIVE_INFINITY;
      if (possible && (more <= WANTED || best[more][passages] > best[count][passages])) {
        count = more;
      }
    }
    return count;
  }

  private static List<Candidate> traced(@Nullable Candidate[][] taken, int count, int passages) {
    List<Candidate> chosen = new ArrayList<>();
    int end = passages;
    for (int left = count; left > 0; end--) {
      Candidate candidate = taken[left][end];
      if (candidate != null) {
        chosen.addFirst(candidate);
        left--;
        end = candidate.first() + 1;
      }
    }
    return chosen;
  }
}
