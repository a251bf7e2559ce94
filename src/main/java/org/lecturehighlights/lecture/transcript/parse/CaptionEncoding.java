package org.lecturehighlights.lecture.transcript.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** The text of a file that does not say how its characters are encoded. */
final class CaptionEncoding {
  private static final int EXAMINED = 200_000;

  private CaptionEncoding() {}

  /** By its byte order mark, else as UTF-8 if it is that, else as it looks. */
  static String decode(byte[] bytes, FlawLog flaws) {
    @Nullable Charset marked = marked(bytes);
    if (marked != null && !marked.equals(StandardCharsets.UTF_8)) {
      return wellFormed(new String(bytes, marked));
    }
    @Nullable Charset wide = wide(bytes);
    if (wide != null) {
      return wellFormed(new String(bytes, wide));
    }
    try {
      return decoded(bytes, StandardCharsets.UTF_8);
    } catch (CharacterCodingException _) {
      return MixedUtf8.isUtf8(bytes) ? MixedUtf8.decode(bytes, flaws) : guessed(bytes);
    }
  }

  private static @Nullable Charset marked(byte[] bytes) {
    int[] first = new int[4];
    for (int i = 0; i < 4; i++) {
      first[i] = i < bytes.length ? bytes[i] & 0xff : -1;
    }
    if (first[0] == 0xff && first[1] == 0xfe) {
      boolean utf32 = first[2] == 0 && first[3] == 0;
      return utf32 ? StandardCharsets.UTF_32LE : StandardCharsets.UTF_16LE;
    }
    if (first[0] == 0xfe && first[1] == 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    if (first[0] == 0 && first[1] == 0 && first[2] == 0xfe && first[3] == 0xff) {
      return StandardCharsets.UTF_32BE;
    }
    boolean utf8 = first[0] == 0xef && first[1] == 0xbb && first[2] == 0xbf;
    return utf8 ? StandardCharsets.UTF_8 : null;
  }

  /** UTF-16 without a mark: every other byte of times and line ends is zero. */
  private static @Nullable Charset wide(byte[] bytes) {
    int examined = Math.min(bytes.length, EXAMINED) / 2 * 2;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < examined; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    if (odd * 10 > examined / 2 && even * 10 < odd) {
      return StandardCharsets.UTF_16LE;
    }
    return even * 10 > examined / 2 && odd * 10 < even ? StandardCharsets.UTF_16BE : null;
  }

  private static String decoded(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }

  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** A file of one byte, or two, for each character. */
  private static String guessed(byte[] bytes) {
    LatinScript.Guess latin = LatinScript.guess(bytes);
    if (latin.share() >= 0.9 && LatinScript.isLatin(bytes)) {
      return new String(bytes, latin.charset());
    }
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, EXAMINED));
    detector.dataEnd();
    @Nullable String name = detector.getDetectedCharset();
    if (name != null && !name.equals("WINDOWS-1252") && Charset.isSupported(name)) {
      return new String(bytes, Charset.forName(windows(name)));
    }
    // Arabic is the one script in use that the detector does not know.
    boolean arabic = name == null && !LatinScript.isLatin(bytes);
    return new String(bytes, arabic ? Charset.forName("windows-1256") : latin.charset());
  }

  /** Windows has more characters than the standard, at places that the standard leaves free. */
  private static String windows(String name) {
    return switch (name) {
      case "TIS620" -> "x-windows-874";
      case "ISO-8859-7" -> "windows-1253";
      case "ISO-8859-8" -> "windows-1255";
      case "SHIFT_JIS" -> "windows-31j";
      case "EUC-KR" -> "x-windows-949";
      case "GB2312" -> "GB18030";
      default -> name;
    };
  }
}
