package org.lecturehighlights.app.observability;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.lecturehighlights.platform.engine.LaneLoad;
import org.lecturehighlights.platform.engine.run.Engine;
import org.lecturehighlights.service.job.JobService;

/**
 * What waits in the database. It is read at most every few seconds, however many gauges show it.
 */
@Singleton
class Backlog {
  private static final Logger LOG = Logger.getLogger(Backlog.class);

  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Engine engine;
  private final JobService jobs;
  private final Clock clock;
  private Optional<Reading> last = Optional.empty();
  private Instant readAt = Instant.MIN;

  Backlog(Engine engine, JobService jobs, Clock clock) {
    this.engine = engine;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** The load of every lane, and the number of jobs by status. */
  record Reading(List<LaneLoad> lanes, Map<String, Long> jobs) {}

  /**
   * Empty if the database cannot be asked. The failure is remembered too, because asking takes
   * long.
   */
  synchronized Optional<Reading> read() {
    if (Duration.between(readAt, clock.instant()).compareTo(FRESH) > 0) {
      try {
        last = Optional.of(new Reading(engine.loads(), jobs.countByStatus()));
      } catch (RuntimeException unreachable) {
        LOG.debug("the backlog cannot be read", unreachable);
        last = Optional.empty();
      }
      readAt = clock.instant();
    }
    return last;
  }
}
