package org.lecturehighlights.lecture.media.process;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The first and the last lines of a log, each cut to a bounded length: a hostile file can make
 * ffmpeg say gigabytes.
 */
final class LogTail {
  private static final int HEAD_LINES = 400;
  private static final int TAIL_LINES = 400;
  private static final int LINE_BYTES = 2000;

  private final List<String> head = new ArrayList<>();
  private final ArrayDeque<String> tail = new ArrayDeque<>();

  /** Reads to the end of the stream, which comes with the end of the process. */
  void drain(InputStream log) {
    byte[] line = new byte[LINE_BYTES];
    int length = 0;
    try (InputStream in = new BufferedInputStream(log)) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n' || next == '\r') {
          add(line, length);
          length = 0;
        } else if (length < LINE_BYTES) {
          line[length++] = (byte) next;
        }
      }
    } catch (IOException _) {
      // The process was killed; what was read until then is the log.
    }
    add(line, length);
  }

  private synchronized void add(byte[] line, int length) {
    if (length == 0) {
      return;
    }
    String text = new String(line, 0, length, StandardCharsets.UTF_8);
    if (head.size() < HEAD_LINES) {
      head.add(text);
      return;
    }
    tail.addLast(text);
    if (tail.size() > TAIL_LINES) {
      tail.removeFirst();
    }
  }

  synchronized List<String> lines() {
    List<String> all = new ArrayList<>(head);
    all.addAll(tail);
    return all;
  }
}
