package org.lecturehighlights.service.job.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Seconds;

/**
 * Writes and reads events and the audit log; writing joins the transaction of the change it
 * records.
 */
@ApplicationScoped
public class HistoryService {
  private static final int EVENTS_AT_ONCE = 500;

  private final Clock clock;

  HistoryService(Clock clock) {
    this.clock = clock;
  }

  /** An event as a stream sends it. */
  public record Event(long id, String type, Map<String, Object> payload) {}

  /** The state of an attempt at a stage; the table stores the names in lower case. */
  public enum Mark {
    STARTED("started"),
    COMPLETED("completed"),
    RETRIED("retried"),
    FAILED("failed");

    private final String code;

    Mark(String code) {
      this.code = code;
    }
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void publish(ProgressEvent event) {
    JobEvent row = new JobEvent();
    row.jobId = event.jobId();
    row.type = event.type();
    row.payload = event.payload();
    row.createdAt = clock.instant();
    row.persist();
  }

  /** Adds the state of an attempt at a stage to the audit log. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void log(
      String jobId,
      String stage,
      int attempt,
      Mark mark,
      @Nullable Duration took,
      @Nullable String errorMessage) {
    ProcessingLog row = new ProcessingLog();
    row.logId = "log_" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    row.jobId = jobId;
    row.stage = stage;
    row.status = mark.code;
    row.durationSeconds = took == null ? null : Seconds.of(took);
    row.errorMessage = errorMessage;
    row.extraMetadata = Map.of("attempt", attempt);
    row.createdAt = clock.instant();
    row.persist();
  }

  /** The events after a given one, oldest first, a few hundred at a time. */
  @Transactional
  public List<Event> after(String jobId, long eventId) {
    return JobEvent.<JobEvent>find("jobId = ?1 and id > ?2 order by id", jobId, eventId)
        .page(0, EVENTS_AT_ONCE)
        .list()
        .stream()
        .map(event -> new Event(event.id, event.type, event.payload))
        .toList();
  }

  /**
   * The new events of several jobs, by job id and oldest first, a few thousand at a time.
   *
   * @param seen the id of the newest known event, by job id
   */
  @Transactional
  public Map<String, List<Event>> after(Map<String, Long> seen) {
    List<Map.Entry<String, Long>> watched = List.copyOf(seen.entrySet());
    Stream<?> rows =
        JobEvent.getEntityManager()
            .createNativeQuery(
                """
                select event.*
                  from unnest(cast(:jobs as varchar[]), cast(:seen as bigint[])) as watched (job, seen)
                  join job_event event on event.job_id = watched.job and event.id > watched.seen
                 order by event.id
                 limit 5000
                """,
                JobEvent.ROW)
            .setParameter("jobs", watched.stream().map(Map.Entry::getKey).toArray(String[]::new))
            .setParameter("seen", watched.stream().map(Map.Entry::getValue).toArray(Long[]::new))
            .getResultStream();
    return rows.map(JobEvent.class::cast)
        .collect(
            Collectors.groupingBy(
                event -> event.jobId,
                Collectors.mapping(
                    event -> new Event(event.id, event.type, event.payload), Collectors.toList())));
  }

  /** Those of the given jobs that still exist. */
  @Transactional
  public Set<String> existing(Collection<String> jobIds) {
    Stream<?> rows =
        JobEvent.getEntityManager()
            .createNativeQuery(
                "select job_id from jobs where job_id = any(cast(:jobs as varchar[]))")
            .setParameter("jobs", jobIds.toArray(String[]::new))
            .getResultStream();
    return rows.map(String.class::cast).collect(Collectors.toSet());
  }

  /**
   * A line of the audit log.
   *
   * @param attempt number of the stage's attempt; null in legacy lines
   * @param agentName the stage's code under its legacy name
   */
  public record LogLine(
      String logId,
      String stage,
      String status,
      @Nullable Integer attempt,
      @Nullable String agentName,
      @Nullable Double durationSeconds,
      @Nullable String errorMessage,
      Instant createdAt) {}

  /** A part of the audit log of a job, oldest first. */
  @Transactional
  public List<LogLine> log(String jobId, int limit, int offset) {
    return ProcessingLog.<ProcessingLog>find("jobId = ?1 order by createdAt, id", jobId)
        .range(offset, offset + limit - 1)
        .list()
        .stream()
        .map(ProcessingLog::line)
        .toList();
  }

  /** How many lines the audit log of a job has. */
  @Transactional
  public long logLength(String jobId) {
    return ProcessingLog.count("jobId", jobId);
  }

  /** The id of the newest event, or 0. */
  @Transactional
  public long newest(String jobId) {
    return JobEvent.<JobEvent>find("jobId = ?1 order by id desc", jobId)
        .firstResultOptional()
        .map(event -> event.id)
        .orElse(0L);
  }
}
