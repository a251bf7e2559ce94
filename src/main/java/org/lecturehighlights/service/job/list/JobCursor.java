package org.lecturehighlights.service.job.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * The position after one job in a sort order; jobs that are added later do not shift it.
 *
 * @param value the job's value in the sort column: an ISO-8601 time or a file name
 * @param id the id of the job's row
 */
public record JobCursor(JobOrder order, String value, int id) {
  public static JobCursor after(JobOrder order, Instant time, String filename, int id) {
    return new JobCursor(order, order.isByTime() ? time.toString() : filename, id);
  }

  /** Parses {@link #text}; {@code VALIDATION_ERROR} for any other text, or another sort order. */
  public static JobCursor read(String text, JobOrder order) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\n", 3);
      JobCursor cursor =
          new JobCursor(JobOrder.ofCode(parts[0]), parts[2], Integer.parseInt(parts[1]));
      if (cursor.order == order && !parts[2].contains("\0")) {
        cursor.sqlValue();
        return cursor;
      }
    } catch (IllegalArgumentException
        | IndexOutOfBoundsException
        | DateTimeException
        | Problem unreadable) {
      throw Problem.ofField(ProblemKind.VALIDATION_ERROR, "cursor", ADVICE, unreadable);
    }
    throw Problem.ofField(ProblemKind.VALIDATION_ERROR, "cursor", ADVICE);
  }

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private static final String ADVICE =
      "Use next_cursor of the previous page as the cursor, and keep the same sort.";

  /** The form that clients receive and send back. */
  public String text() {
    String plain = order.code() + "\n" + id + "\n" + value;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  public Object sqlValue() {
    return order.isByTime() ? storable(Instant.parse(value)) : value;
  }

  /** {@link DateTimeException} for what is beyond the time that a table can hold. */
  private static Instant storable(Instant time) {
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new DateTimeException("beyond what a table can hold");
    }
    return time;
  }
}
