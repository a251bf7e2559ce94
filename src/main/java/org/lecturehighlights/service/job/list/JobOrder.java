package org.lecturehighlights.service.job.list;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** The sort orders of the list of jobs; ties are broken by the id of the row. */
public enum JobOrder {
  CREATED_AT("created_at", false),
  CREATED_AT_DOWN("created_at", true),
  UPDATED_AT("updated_at", false),
  UPDATED_AT_DOWN("updated_at", true),
  FILENAME("filename", false),
  FILENAME_DOWN("filename", true);

  private final String column;
  private final boolean descending;

  JobOrder(String column, boolean descending) {
    this.column = column;
    this.descending = descending;
  }

  /**
   * Finds an order by its name in the API: a column, with a leading hyphen for descending order.
   */
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
    return descending ? "-" + column : column;
  }

  public boolean isByTime() {
    return !column.equals("filename");
  }

  public String column() {
    return column;
  }

  /** The {@code order by} clause. */
  public String clause() {
    return String.format(
        Locale.ROOT, "order by %1$s %2$s, id %2$s", column, descending ? "desc" : "asc");
  }

  /** The condition for jobs after the one with the parameters' values. */
  public String after() {
    return "(%s, id) %s (:after_value, :after_id)".formatted(column, descending ? "<" : ">");
  }
}
