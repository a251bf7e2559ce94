package org.lecturehighlights.platform.http;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;

/** A file name made of a title that somebody chose: no path, no control character, not too long. */
public record DownloadName(String value) {
  private static final int LONGEST_STEM = 120;

  /** The characters that RFC 8187 lets stand as they are. */
  private static final String PLAIN = "!#$&+-.^_`|~";

  /**
   * A name that every file system and header accepts.
   *
   * @param wanted a name that may hold anything; its end after the last dot is kept
   */
  public static DownloadName of(String wanted) {
    int dot = wanted.lastIndexOf('.');
    String stem = clean(dot > 0 ? wanted.substring(0, dot) : wanted);
    String ending = dot > 0 ? clean(wanted.substring(dot + 1)) : "";
    String name = stem.isEmpty() ? "lecture" : shorten(stem, LONGEST_STEM);
    return new DownloadName(ending.isEmpty() ? name : name + "." + shorten(ending, 10));
  }

  /**
   * The value of a {@code Content-Disposition} header: for old readers in ASCII, for all others.
   */
  public String attachment() {
    String ascii =
        Normalizer.normalize(value, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^ -~]", "_")
            .replaceAll("[\"\\\\%]", "_");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded());
  }

  /** The name without its ending. */
  public String stem() {
    int dot = value.lastIndexOf('.');
    return dot > 0 ? value.substring(0, dot) : value;
  }

  private String encoded() {
    StringBuilder encoded = new StringBuilder();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || PLAIN.indexOf(c) >= 0;
      encoded.append(
          plain ? String.valueOf(c) : "%" + HexFormat.of().withUpperCase().toHexDigits(b));
    }
    return encoded.toString();
  }

  /** Without what file systems forbid or what turns text around, and without dots at its ends. */
  private static String clean(String text) {
    return text.replaceAll("[\\p{C}\\\\/:*?\"<>|]+", " ")
        .replaceAll("\\s+", " ")
        .replaceAll("^[. ]+|[. ]+$", "");
  }

  private static String shorten(String text, int characters) {
    return text.codePointCount(0, text.length()) <= characters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, characters)).strip();
  }
}
