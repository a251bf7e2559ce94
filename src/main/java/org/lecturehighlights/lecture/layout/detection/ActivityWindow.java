package org.lecturehighlights.lecture.layout.detection;

import static org.lecturehighlights.lecture.media.decode.GrayFrames.HEIGHT;
import static org.lecturehighlights.lecture.media.decode.GrayFrames.WIDTH;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Statistics of each pixel over about a minute of frames, one per second: how often it changes,
 * whether an edge stays at it, and whether it is ever lit.
 */
final class ActivityWindow {
  private static final int PIXELS = WIDTH * HEIGHT;

  /** A difference of brightness that is more than coding noise. */
  private static final int MOVED = 4;

  /** A step of brightness at the border of a picture; smaller steps occur within pictures. */
  private static final int EDGE = 6;

  /** Minimum brightness of a lit pixel; black is below it even after lossy coding. */
  private static final int LIT = 24;

  /** Share of frame pairs with the most change, which are slide changes rather than a camera. */
  private static final double DROPPED_PAIRS = 0.1;

  private final List<BitSet> moves = new ArrayList<>();
  private final int[] edgesAcross = new int[PIXELS];
  private final int[] edgesDown = new int[PIXELS];
  private final int[] lit = new int[PIXELS];
  private final byte[] previous = new byte[PIXELS];
  private int frames;

  void add(byte[] frame) {
    BitSet moved = new BitSet(PIXELS);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int at = y * WIDTH + x;
        int here = frame[at] & 0xff;
        if (frames > 0 && Math.abs(here - (previous[at] & 0xff)) >= MOVED) {
          moved.set(at);
        }
        if (x > 0 && Math.abs(here - (frame[at - 1] & 0xff)) >= EDGE) {
          edgesAcross[at]++;
        }
        if (y > 0 && Math.abs(here - (frame[at - WIDTH] & 0xff)) >= EDGE) {
          edgesDown[at]++;
        }
        if (here >= LIT) {
          lit[at]++;
        }
      }
    }
    if (frames > 0) {
      moves.add(moved);
    }
    frames++;
    System.arraycopy(frame, 0, previous, 0, PIXELS);
  }

  int pairs() {
    return moves.size();
  }

  /**
   * The share of frame pairs in which each pixel changed, without the pairs in which most of the
   * picture did.
   */
  float[] activity() {
    List<BitSet> calm = new ArrayList<>(moves);
    calm.sort(Comparator.comparingInt(BitSet::cardinality));
    int kept = calm.size() - (int) Math.ceil(calm.size() * DROPPED_PAIRS);
    float[] activity = new float[PIXELS];
    for (BitSet moved : calm.subList(0, kept)) {
      for (int at = moved.nextSetBit(0); at >= 0; at = moved.nextSetBit(at + 1)) {
        activity[at] += 1f / kept;
      }
    }
    return activity;
  }

  /** Whether there is a lasting border to the left of the pixel: in three of four frames. */
  boolean edgeLeftOf(int x, int y) {
    return edgesAcross[y * WIDTH + x] * 4 >= frames * 3;
  }

  /** Whether there is a lasting border above the pixel. */
  boolean edgeAbove(int x, int y) {
    return edgesDown[y * WIDTH + x] * 4 >= frames * 3;
  }

  /** The pixels that were lit in more than a twentieth of the frames, by index into the frame. */
  BitSet lit() {
    BitSet pixels = new BitSet(PIXELS);
    for (int at = 0; at < PIXELS; at++) {
      pixels.set(at, lit[at] * 20 > frames);
    }
    return pixels;
  }
}
