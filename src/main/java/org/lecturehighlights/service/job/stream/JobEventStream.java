package org.lecturehighlights.service.job.stream;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.service.job.JobService;
import org.lecturehighlights.service.job.history.HistoryService;
import org.lecturehighlights.service.job.history.HistoryService.Event;

/**
 * The events of jobs as they happen. A single thread asks for the news of all watched jobs at once,
 * so that a stream that waits costs neither a thread nor a database connection.
 */
@ApplicationScoped
public class JobEventStream {
  private static final Logger LOG = Logger.getLogger(JobEventStream.class);

  private static final long MILLIS_BETWEEN_LOOKS = 500;

  /** Deleted jobs have no news; whether jobs are still there is asked every five seconds. */
  private static final int LOOKS_BETWEEN_ROLL_CALLS = 10;

  private static final int BEGINNINGS_AT_ONCE = 4;

  /** Events that wait for a slow reader; one that lags more is cut off and may come again. */
  static final int BUFFERED_EVENTS = 256;

  private final JobService jobs;
  private final HistoryService history;
  private final Set<Subscription> watches = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService pace =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("job-feed").factory());

  /** A few, so that thousands of readers who come again at once leave connections to others. */
  private final ExecutorService beginnings =
      Executors.newFixedThreadPool(
          BEGINNINGS_AT_ONCE, Thread.ofPlatform().daemon().name("job-feed-", 1).factory());

  private volatile boolean stopping;
  private boolean failing;
  private int looks;

  JobEventStream(JobService jobs, HistoryService history) {
    this.jobs = jobs;
    this.history = history;
  }

  /**
   * What happens to a job, from where it stands or from an event on. It ends when the job is
   * deleted or this process stops, and fails where the reader is too slow. Nothing is asked of the
   * database on the subscriber's thread.
   *
   * @param lastEventId what the reader saw last; null for a first event that says how far the job
   *     is
   * @param untilEnded whether it ends with the job, too, rather than waiting for its next attempt
   */
  public Multi<Event> follow(String jobId, @Nullable Long lastEventId, boolean untilEnded) {
    return Uni.createFrom()
        .item(() -> StreamSnapshot.of(jobId, lastEventId, jobs, history))
        .runSubscriptionOn(beginnings)
        .onItem()
        .transformToMulti(beginning -> {
          Multi<Event> first = Multi.createFrom().iterable(beginning.events());
          return beginning.ended() && untilEnded
              ? first
              : Multi.createBy()
                  .concatenating()
                  .streams(first, next(jobId, beginning.seen(), untilEnded));
        })
        .onFailure(JobEventStream::isDeletion)
        .recoverWithCompletion();
  }

  private static boolean isDeletion(Throwable failure) {
    return failure instanceof Problem problem && problem.kind() == ProblemKind.JOB_NOT_FOUND;
  }

  private Multi<Event> next(String jobId, long seen, boolean untilEnded) {
    return Multi.createFrom()
        .<Event>emitter(
            emitter -> {
              Subscription watch = new Subscription(jobId, seen, untilEnded, emitter);
              emitter.onTermination(() -> watches.remove(watch));
              watches.add(watch);
              if (stopping) {
                emitter.complete();
              }
            },
            BackPressureStrategy.IGNORE)
        // This buffer fails at once when it is full, the emitter's own only when it was read.
        .onOverflow()
        .buffer(BUFFERED_EVENTS);
  }

  void start(@Observes StartupEvent event) {
    pace.scheduleWithFixedDelay(
        this::look, MILLIS_BETWEEN_LOOKS, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
  }

  /** A stopping server ends its streams; readers go on elsewhere from the event that they saw. */
  void stop(@Observes ShutdownDelayInitiatedEvent event) {
    endAll();
  }

  void stop(@Observes ShutdownEvent event) {
    endAll();
    pace.shutdownNow();
    beginnings.shutdown();
  }

  private void endAll() {
    stopping = true;
    watches.forEach(watch -> watch.reader.complete());
  }

  /** How many streams wait. */
  int size() {
    return watches.size();
  }

  private void look() {
    try {
      List<Subscription> present = List.copyOf(watches);
      if (!present.isEmpty()) {
        tell(present);
      }
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warn("Streams have no news until the database answers again", e);
      }
      failing = true;
    }
  }

  private void tell(List<Subscription> present) {
    Map<String, Long> seen = new HashMap<>();
    present.forEach(watch -> seen.merge(watch.jobId, watch.seen, Math::min));
    Map<String, List<Event>> news = history.after(seen);
    present.forEach(watch -> watch.tell(news.getOrDefault(watch.jobId, List.of())));
    if (++looks % LOOKS_BETWEEN_ROLL_CALLS == 0) {
      Set<String> gone = new HashSet<>(seen.keySet());
      gone.removeAll(history.present(seen.keySet()));
      present.stream()
          .filter(watch -> gone.contains(watch.jobId))
          .forEach(watch -> watch.reader.complete());
    }
  }

  /** A stream that waits; only the one thread moves it on. */
  private static final class Subscription {
    final String jobId;
    final boolean untilEnded;
    final MultiEmitter<? super Event> reader;
    long seen;

    Subscription(String jobId, long seen, boolean untilEnded, MultiEmitter<? super Event> reader) {
      this.jobId = jobId;
      this.seen = seen;
      this.untilEnded = untilEnded;
      this.reader = reader;
    }

    void tell(List<Event> news) {
      for (Event event : news) {
        if (event.id() > seen) {
          seen = event.id();
          reader.emit(event);
        }
      }
      if (untilEnded && !news.isEmpty() && StreamSnapshot.isEnd(news.getLast())) {
        reader.complete();
      }
    }
  }
}
