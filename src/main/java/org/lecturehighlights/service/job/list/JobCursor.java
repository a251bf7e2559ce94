package org.lecturehighlights.service.job.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * The place behind one job in an order; jobs that come later do not move it.
 *
 * @param value the job's value of the order's column: an ISO-8601 moment, or a name
 * @param id the number of its row
 */
public record JobCursor(JobOrder order, String value, int id) {
  public static JobCursor behind(JobOrder order, Instant time, String filename, int id) {
    return new JobCursor(order, order.isByTime() ? time.toString() : filename, id);
  }

  /** Reads {@link #text}; {@code VALIDATION_ERROR} for anything else, and for another order. */
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

  private static final String ADVICE =
      "Take the cursor from next_cursor of the page before, and keep its sort.";

  /** As clients carry it. */
  public String text() {
    String plain = order.code() + "\n" + id + "\n" + value;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  public Object sqlValue() {
    return order.isByTime() ? Instant.parse(value) : value;
  }
}
