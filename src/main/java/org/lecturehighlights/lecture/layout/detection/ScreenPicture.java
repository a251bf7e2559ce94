package org.lecturehighlights.lecture.layout.detection;

import static org.lecturehighlights.lecture.media.decode.GrayFrames.WIDTH;

import java.util.Arrays;

/** The pixels of the screen without the camera, and the brightness of its background. */
final class ScreenPicture {
  /** A difference of brightness that is more than coding noise. */
  private static final int CHANGED = 24;

  /** Minimum difference between content and background. */
  private static final int CONTENT = 40;

  /** A blank screen is not perfectly uniform after coding. */
  private static final double BLANK_SHARE = 0.0015;

  private final byte[] pixels;
  private final int[] places;
  private final int background;

  /**
   * @param places indices into the frame, see {@link #places}
   */
  ScreenPicture(byte[] frame, int[] places) {
    this.pixels = frame.clone();
    this.places = places;
    this.background = mostFrequentLevel();
  }

  /** The indices of the screen's pixels in a frame, without the camera and a margin around it. */
  static int[] places(Box screen, Box camera) {
    int margin = 2;
    Box covered =
        camera.isNone()
            ? camera
            : new Box(
                camera.left() - margin,
                camera.top() - margin,
                camera.right() + margin,
                camera.bottom() + margin);
    int[] places = new int[screen.area()];
    int count = 0;
    for (int y = screen.top(); y < screen.bottom(); y++) {
      for (int x = screen.left(); x < screen.right(); x++) {
        if (!covered.contains(x, y)) {
          places[count++] = y * WIDTH + x;
        }
      }
    }
    return Arrays.copyOf(places, count);
  }

  private int mostFrequentLevel() {
    int[] counts = new int[256];
    for (int place : places) {
      counts[pixels[place] & 0xff]++;
    }
    int best = 0;
    for (int level = 1; level < counts.length; level++) {
      best = counts[level] > counts[best] ? level : best;
    }
    return best;
  }

  boolean isBlank() {
    int other = 0;
    for (int place : places) {
      other += Math.abs((pixels[place] & 0xff) - background) > CHANGED ? 1 : 0;
    }
    return other <= BLANK_SHARE * places.length;
  }

  /** The share of the screen that differs from another picture. */
  double changedFrom(ScreenPicture before) {
    int changed = 0;
    for (int place : places) {
      changed += differs(before, place) ? 1 : 0;
    }
    return places.length == 0 ? 0 : (double) changed / places.length;
  }

  /** The share of another picture's content that is no longer in this one. */
  double contentRemovedFrom(ScreenPicture before) {
    int content = 0;
    int removed = 0;
    for (int place : places) {
      if (Math.abs((before.pixels[place] & 0xff) - before.background) >= CONTENT) {
        content++;
        removed += differs(before, place) ? 1 : 0;
      }
    }
    return content == 0 ? 1 : (double) removed / content;
  }

  private boolean differs(ScreenPicture other, int place) {
    return Math.abs((pixels[place] & 0xff) - (other.pixels[place] & 0xff)) > CHANGED;
  }
}
