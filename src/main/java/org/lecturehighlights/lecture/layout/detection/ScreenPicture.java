package org.lecturehighlights.lecture.layout.detection;

import static org.lecturehighlights.lecture.media.decode.GrayFrames.WIDTH;

import java.util.Arrays;

/** The pixels of the screen without the camera, and the surface that its ink lies on. */
final class ScreenPicture {
  /** A difference that somebody made. */
  private static final int CHANGED = 24;

  /** Ink stands out from the surface. */
  private static final int INK = 40;

  /** A video that shows nothing is not quite even after coding. */
  private static final double BLANK_SHARE = 0.0015;

  private final byte[] pixels;
  private final int[] places;
  private final int surface;

  /**
   * @param places indexes into the frame, see {@link #places}
   */
  ScreenPicture(byte[] frame, int[] places) {
    this.pixels = frame.clone();
    this.places = places;
    this.surface = commonest();
  }

  /** Where in a frame the screen is, without a margin around the camera. */
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

  private int commonest() {
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
      other += Math.abs((pixels[place] & 0xff) - surface) > CHANGED ? 1 : 0;
    }
    return other <= BLANK_SHARE * places.length;
  }

  /** Share of the screen that differs from another picture. */
  double changedFrom(ScreenPicture before) {
    int changed = 0;
    for (int place : places) {
      changed += differs(before, place) ? 1 : 0;
    }
    return places.length == 0 ? 0 : (double) changed / places.length;
  }

  /** Share of the ink of another picture that is no longer in this one. */
  double inkRemovedFrom(ScreenPicture before) {
    int ink = 0;
    int removed = 0;
    for (int place : places) {
      if (Math.abs((before.pixels[place] & 0xff) - before.surface) >= INK) {
        ink++;
        removed += differs(before, place) ? 1 : 0;
      }
    }
    return ink == 0 ? 1 : (double) removed / ink;
  }

  private boolean differs(ScreenPicture other, int place) {
    return Math.abs((pixels[place] & 0xff) - (other.pixels[place] & 0xff)) > CHANGED;
  }
}
