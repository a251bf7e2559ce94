package org.lecturehighlights.service.job.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.service.job.JobStatus;
import org.lecturehighlights.service.job.list.JobCursor;
import org.lecturehighlights.service.job.list.JobFilter;
import org.lecturehighlights.service.job.list.JobOrder;

/** Parses the parameters of a list; {@code VALIDATION_ERROR} names the invalid parameter. */
final class JobListParameters {
  private JobListParameters() {}

  static JobFilter filter(
      List<String> status,
      @Nullable String text,
      @Nullable String createdAfter,
      @Nullable String createdBefore) {
    Set<String> statuses =
        status.stream()
            .flatMap(names -> Arrays.stream(names.split(",", -1)))
            .map(JobListParameters::status)
            .collect(Collectors.toUnmodifiableSet());
    return new JobFilter(
        statuses,
        Optional.ofNullable(text)
            .filter(part -> !part.isEmpty())
            .map(JobListParameters::searchable),
        moment(createdAfter, "created_after"),
        moment(createdBefore, "created_before"));
  }

  static Optional<JobCursor> cursor(@Nullable String cursor, JobOrder order, int offset) {
    if (cursor != null && offset > 0) {
      throw Problem.ofField(
          ProblemKind.VALIDATION_ERROR, "offset", "Use either cursor or offset, not both.");
    }
    return Optional.ofNullable(cursor).map(text -> JobCursor.read(text, order));
  }

  private static String status(String name) {
    return Arrays.stream(JobStatus.values())
        .map(JobStatus::code)
        .filter(name::equals)
        .findFirst()
        .orElseThrow(() ->
            Problem.ofField(
                ProblemKind.VALIDATION_ERROR,
                "status",
                "Use one or more of "
                    + Arrays.stream(JobStatus.values())
                        .map(JobStatus::code)
                        .collect(Collectors.joining(", "))
                    + "."));
  }

  /** PostgreSQL text cannot contain a zero byte, so no stored file name does. */
  private static String searchable(String text) {
    if (text.indexOf('\0') >= 0) {
      throw Problem.ofField(
          ProblemKind.VALIDATION_ERROR, "q", "Remove the zero byte from the search text.");
    }
    return text;
  }

  private static Optional<Instant> moment(@Nullable String text, String field) {
    try {
      return Optional.ofNullable(text)
          .map(t -> OffsetDateTime.parse(t).toInstant())
          .map(time -> {
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
              throw new DateTimeException("outside the range of the column");
            }
            return time;
          });
    } catch (DateTimeException unreadable) {
      throw Problem.ofField(
          ProblemKind.VALIDATION_ERROR,
          field,
          "Use an ISO-8601 date and time with a time zone, such as 2026-03-01T00:00:00Z.",
          unreadable);
    }
  }

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
}
