package org.lecturehighlights.service.job.list;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** In which order jobs may be listed; jobs that are equal in it follow by their numbers. */
public enum JobOrder {
  CREATED_AT("created_at", false),
  CREATED_AT_DOWN("created_at", true),
  UPDATED_AT("updated_at", false),
  UPDATED_AT_DOWN("updated_at", true),
  FILENAME("filename", false),
  FILENAME_DOWN("filename", true);

  private final String column;
  private final boolean down;

  JobOrder(String column, boolean down) {
    this.column = column;
    this.down = down;
  }

  /** By the name in the API: a column, after a hyphen for the other way round. */
  public static JobOrder ofCode(String code) {
    return Arrays.stream(values())
        .filter(order -> order.code().equals(code))
        .findFirst()
        .orElseThrow(() ->
            Problem.ofField(
                ProblemKind.VALIDATION_ERROR,
                "sort",
                "Sort by one of "
                    + Arrays.stream(values()).map(JobOrder::code).collect(Collectors.joining(", "))
                    + "."));
  }

  public String code() {
    return down ? "-" + column : column;
  }

  public boolean isByTime() {
    return !column.equals("filename");
  }

  public String column() {
    return column;
  }

  /** For the end of a query. */
  public String clause() {
    return String.format(Locale.ROOT, "order by %1$s %2$s, id %2$s", column, down ? "desc" : "asc");
  }

  /** A condition that holds for what follows a job with these values. */
  public String after() {
    return "(%s, id) %s (:after_value, :after_id)".formatted(column, down ? "<" : ">");
  }
}
