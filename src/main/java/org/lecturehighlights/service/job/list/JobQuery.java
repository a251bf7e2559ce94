package org.lecturehighlights.service.job.list;

import java.util.Optional;

/**
 * One page of jobs.
 *
 * @param offset number of jobs to skip; 0 with a cursor
 * @param exactTotal whether to count all jobs, however long that takes
 */
public record JobQuery(
    JobFilter filter,
    JobOrder order,
    int limit,
    int offset,
    Optional<JobCursor> cursor,
    boolean exactTotal) {
  /** The newest jobs. */
  public static JobQuery newest(int limit, int offset) {
    return new JobQuery(
        JobFilter.ALL, JobOrder.CREATED_AT_DOWN, limit, offset, Optional.empty(), false);
  }
}
