package org.lecturehighlights.lecture.layout.detection;

import static org.lecturehighlights.lecture.media.decode.GrayFrames.HEIGHT;
import static org.lecturehighlights.lecture.media.decode.GrayFrames.WIDTH;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds rectangles with constant motion: people move all the time, slides do not. The rectangle
 * with the largest sum of (activity − {@value #CALM}) is aligned to lasting borders in the picture.
 */
final class CameraFinder {
  /** A pixel that changes in fewer pairs counts against a camera. Measured on composites. */
  private static final float CALM = 0.12f;

  /** A sixteenth of each side; a smaller camera would be too small to see. */
  private static final int SMALLEST_AREA = WIDTH * HEIGHT / 256;

  /**
   * Minimum mean activity: a face fills its picture, a moving pointer or a new line of text does
   * not.
   */
  private static final double LEAST_MEAN = 0.2;

  /**
   * How far outside of a side its border may be: the background near the border often does not
   * move.
   */
  private static final int REACH_OUT = 24;

  private static final int REACH_IN = 6;

  /** At most a camera and an embedded video. */
  private static final int MAX_BOXES = 2;

  private CameraFinder() {}

  /** Finds at most two rectangles, the most active first. */
  static List<Box> find(ActivityWindow window) {
    float[] activity = window.activity();
    List<Box> found = new ArrayList<>();
    while (found.size() < MAX_BOXES) {
      Box rough = busiest(activity);
      if (rough.area() < SMALLEST_AREA || mean(activity, rough) < LEAST_MEAN) {
        break;
      }
      Box snapped = snap(window, rough);
      found.add(snapped);
      erase(activity, snapped);
      erase(activity, rough);
    }
    return found;
  }

  /** Kadane's maximum-sum algorithm over the columns, for each pair of rows. */
  private static Box busiest(float[] activity) {
    Box best = Box.NONE;
    float bestSum = 0;
    float[] columns = new float[WIDTH];
    for (int top = 0; top < HEIGHT; top++) {
      Arrays.fill(columns, 0);
      for (int bottom = top; bottom < HEIGHT; bottom++) {
        float sum = 0;
        int left = 0;
        for (int x = 0; x < WIDTH; x++) {
          columns[x] += activity[bottom * WIDTH + x] - CALM;
          if (sum <= 0) {
            sum = 0;
            left = x;
          }
          sum += columns[x];
          if (sum > bestSum) {
            bestSum = sum;
            best = new Box(left, top, x + 1, bottom + 1);
          }
        }
      }
    }
    return best;
  }

  private static double mean(float[] activity, Box box) {
    double sum = 0;
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        sum += activity[y * WIDTH + x];
      }
    }
    return sum / box.area();
  }

  private static void erase(float[] activity, Box box) {
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        activity[y * WIDTH + x] = 0;
      }
    }
  }

  private static Box snap(ActivityWindow window, Box rough) {
    int left =
        nearest(
            rough.left(),
            -1,
            WIDTH,
            x -> share(rough.top(), rough.bottom(), y -> window.edgeLeftOf(x, y)));
    int right =
        nearest(
            rough.right(),
            1,
            WIDTH,
            x -> share(rough.top(), rough.bottom(), y -> window.edgeLeftOf(x, y)));
    int top =
        nearest(rough.top(), -1, HEIGHT, y -> share(left, right, x -> window.edgeAbove(x, y)));
    int bottom =
        nearest(rough.bottom(), 1, HEIGHT, y -> share(left, right, x -> window.edgeAbove(x, y)));
    return left < right && top < bottom ? new Box(left, top, right, bottom) : rough;
  }

  @FunctionalInterface
  private interface EdgeShare {
    double at(int line);
  }

  /**
   * The line nearest to a side that is an edge along half of its length, or else the side itself.
   */
  private static int nearest(int side, int outward, int limit, EdgeShare edges) {
    for (int distance = 0; distance <= REACH_OUT; distance++) {
      int out = side + outward * distance;
      if (out <= 0 || out >= limit) {
        return distance <= REACH_IN ? Math.clamp(out, 0, limit) : side;
      }
      if (edges.at(out) >= 0.5) {
        return out;
      }
      int in = side - outward * distance;
      if (distance <= REACH_IN && in > 0 && in < limit && edges.at(in) >= 0.5) {
        return in;
      }
    }
    return side;
  }

  private static double share(int from, int to, IntPredicate edge) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += edge.test(i) ? 1 : 0;
    }
    return (double) count / (to - from);
  }
}
