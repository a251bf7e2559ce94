package org.lecturehighlights.platform.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * A part of a file, after RFC 9110, section 14.
 *
 * @param from the first byte, 0 for the beginning
 * @param length at least one byte, within the file
 */
public record ByteRange(long from, long length) {
  private static final Pattern BYTES = Pattern.compile("(?i)bytes\\s*=\\s*(.*)");

  /** Eighteen digits are enough for every file and fit a long. */
  private static final Pattern ONE = Pattern.compile("(\\d{0,18})\\s*-\\s*(\\d{0,18})");

  public static ByteRange whole(long size) {
    return new ByteRange(0, size);
  }

  /**
   * What a {@code Range} header asks for; empty, which means the whole file, where the header is in
   * another unit than bytes or asks for several ranges.
   *
   * @throws Problem {@code RANGE_NOT_SATISFIABLE} for a range that is none or lies outside
   */
  public static Optional<ByteRange> asked(String header, long size) {
    Matcher bytes = BYTES.matcher(header.strip());
    if (!bytes.matches() || bytes.group(1).contains(",")) {
      return Optional.empty();
    }
    Matcher range = ONE.matcher(bytes.group(1).strip());
    if (!range.matches()) {
      throw outside(size);
    }
    String first = range.group(1);
    String last = range.group(2);
    if (first.isEmpty()) {
      return Optional.of(suffix(last, size));
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
    if (from >= size || to < from) {
      throw outside(size);
    }
    return Optional.of(new ByteRange(from, to - from + 1));
  }

  private static ByteRange suffix(String length, long size) {
    long wanted = length.isEmpty() ? 0 : Math.min(Long.parseLong(length), size);
    if (wanted == 0) {
      throw outside(size);
    }
    return new ByteRange(size - wanted, wanted);
  }

  /** For instance {@code bytes 0-99/1000}. */
  public String of(long size) {
    return "bytes %d-%d/%d".formatted(from, from + length - 1, size);
  }

  private static Problem outside(long size) {
    return Problem.of(
        ProblemKind.RANGE_NOT_SATISFIABLE,
        "The file has %d bytes; ask for a range that lies within.".formatted(size));
  }
}
