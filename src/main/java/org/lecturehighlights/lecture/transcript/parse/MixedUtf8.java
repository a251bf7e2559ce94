package org.lecturehighlights.lecture.transcript.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** UTF-8 into which somebody pasted lines of another encoding. */
final class MixedUtf8 {
  private static final Charset PASTED = Charset.forName("windows-1252");

  private MixedUtf8() {}

  /** Whether most characters beyond ASCII are UTF-8. */
  static boolean isUtf8(byte[] bytes) {
    int good = 0;
    int bad = 0;
    for (int at = 0; at < bytes.length; ) {
      int length = length(bytes, at);
      good += length > 1 ? 1 : 0;
      bad += length == 0 ? 1 : 0;
      at += Math.max(1, length);
    }
    return good > 0 && good >= 4L * bad;
  }

  static String decode(byte[] bytes, FlawLog flaws) {
    StringBuilder text = new StringBuilder(bytes.length);
    int line = 1;
    int told = 0;
    int from = 0;
    for (int at = 0; at < bytes.length; ) {
      int length = length(bytes, at);
      line += bytes[at] == '\n' ? 1 : 0;
      if (length == 0) {
        text.append(new String(bytes, from, at - from, StandardCharsets.UTF_8))
            .append(new String(bytes, at, 1, PASTED));
        from = at + 1;
        if (told != line) {
          flaws.mended(line, FlawLog.BYTES);
        }
        told = line;
      }
      at += Math.max(1, length);
    }
    return text.append(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8))
        .toString();
  }

  /** How many bytes the character at this place has; 0 where it is not UTF-8. */
  private static int length(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    if (first < 0x80) {
      return 1;
    }
    int length = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : 4;
    if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    boolean surrogate = first == 0xed && (bytes[at + 1] & 0xff) >= 0xa0;
    boolean overlong =
        (first == 0xe0 && (bytes[at + 1] & 0xff) < 0xa0)
            || (first == 0xf0 && (bytes[at + 1] & 0xff) < 0x90)
            || (first == 0xf4 && (bytes[at + 1] & 0xff) > 0x8f);
    return surrogate || overlong ? 0 : length;
  }
}
