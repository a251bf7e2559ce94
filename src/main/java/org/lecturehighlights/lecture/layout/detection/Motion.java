package org.lecturehighlights.lecture.layout.detection;

import static org.lecturehighlights.lecture.media.decode.GrayFrames.HEIGHT;
import static org.lecturehighlights.lecture.media.decode.GrayFrames.WIDTH;

/** Whether anything has changed since the first frame. */
final class Motion {
  private static final int CHANGED = 24;

  /** Of 57 600 pixels; a mouse pointer is larger. */
  private static final int MIN_PIXELS = 12;

  private final byte[] first = new byte[WIDTH * HEIGHT];
  private boolean started;
  private boolean moved;

  void add(byte[] frame) {
    if (!started) {
      System.arraycopy(frame, 0, first, 0, first.length);
      started = true;
    }
    if (moved) {
      return;
    }
    int changed = 0;
    for (int at = 0; at < first.length; at++) {
      changed += Math.abs((frame[at] & 0xff) - (first[at] & 0xff)) > CHANGED ? 1 : 0;
    }
    moved = changed >= MIN_PIXELS;
  }

  boolean isFrozen() {
    return !moved;
  }
}
