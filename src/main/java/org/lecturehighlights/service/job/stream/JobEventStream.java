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
import java.util.concurrent.Future;
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
 * The events of jobs as they happen. A single thread polls for the new events of all watched jobs
 * at once, so that an idle stream costs neither a thread nor a database connection.
 */
@ApplicationScoped
public class JobEventStream {
  private static final Logger LOG = Logger.getLogger(JobEventStream.class);

  private static final long MILLIS_BETWEEN_POLLS = 500;

  /**
   * Deleted jobs have no events, so every five seconds the thread checks that the jobs still exist.
   */
  private static final int POLLS_BETWEEN_EXISTENCE_CHECKS = 10;

  private static final int CONCURRENT_SNAPSHOTS = 4;

  /**
   * Events buffered for a slow reader; one that falls further behind is disconnected and may
   * reconnect.
   */
  static final int BUFFERED_EVENTS = 256;

  private final JobService jobs;
  private final HistoryService history;
  private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService pollingThread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("job-feed").factory());

  /**
   * Only a few threads, so that thousands of reconnecting readers do not use up the database
   * connections.
   */
  private final ExecutorService snapshotExecutor =
      Executors.newFixedThreadPool(
          CONCURRENT_SNAPSHOTS, Thread.ofPlatform().daemon().name("job-feed-", 1).factory());

  private volatile boolean stopping;
  private boolean failing;
  private int polls;

  JobEventStream(JobService jobs, HistoryService history) {
    this.jobs = jobs;
    this.history = history;
  }

  /**
   * The events of a job, starting with its current state or after a given event. The stream ends
   * when the job is deleted or this process stops, and fails if the reader is too slow. The
   * database is never queried on the subscriber's thread.
   *
   * @param lastEventId the last event that the reader saw; null to begin with the job's current
   *     state
   * @param untilEnded whether the stream also ends with the job, rather than waiting for a retry
   */
  public Multi<Event> follow(String jobId, @Nullable Long lastEventId, boolean untilEnded) {
    return Uni.createFrom()
        .item(() -> StreamSnapshot.of(jobId, lastEventId, jobs, history))
        .runSubscriptionOn(snapshotExecutor)
        .onItem()
        .transformToMulti(snapshot -> {
          Multi<Event> first = Multi.createFrom().iterable(snapshot.events());
          return snapshot.ended() && untilEnded
              ? first
              : Multi.createBy()
                  .concatenating()
                  .streams(first, next(jobId, snapshot.seen(), untilEnded));
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
              Subscription subscription = new Subscription(jobId, seen, untilEnded, emitter);
              emitter.onTermination(() -> subscriptions.remove(subscription));
              subscriptions.add(subscription);
              if (stopping) {
                emitter.complete();
              }
            },
            BackPressureStrategy.IGNORE)
        // This buffer fails as soon as it is full; the emitter's own would fail only after being
        // drained.
        .onOverflow()
        .buffer(BUFFERED_EVENTS);
  }

  void start(@Observes StartupEvent event) {
    // It ends with its thread, and poll() lets no failure through.
    Future<?> _ =
        pollingThread.scheduleWithFixedDelay(
            this::poll, MILLIS_BETWEEN_POLLS, MILLIS_BETWEEN_POLLS, TimeUnit.MILLISECONDS);
  }

  /**
   * A stopping server ends its streams; readers resume elsewhere after the last event that they
   * saw.
   */
  void stop(@Observes ShutdownDelayInitiatedEvent event) {
    endAll();
  }

  void stop(@Observes ShutdownEvent event) {
    endAll();
    pollingThread.shutdownNow();
    snapshotExecutor.shutdown();
  }

  private void endAll() {
    stopping = true;
    subscriptions.forEach(subscription -> subscription.reader.complete());
  }

  /** The number of open streams that wait for events. */
  int size() {
    return subscriptions.size();
  }

  private void poll() {
    try {
      List<Subscription> current = List.copyOf(subscriptions);
      if (!current.isEmpty()) {
        publish(current);
      }
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warn("Event streams pause until the database answers again", e);
      }
      failing = true;
    }
  }

  private void publish(List<Subscription> current) {
    Map<String, Long> seen = new HashMap<>();
    current.forEach(subscription -> seen.merge(subscription.jobId, subscription.seen, Math::min));
    Map<String, List<Event>> newEvents = history.after(seen);
    current.forEach(subscription ->
        subscription.publish(newEvents.getOrDefault(subscription.jobId, List.of())));
    if (++polls % POLLS_BETWEEN_EXISTENCE_CHECKS == 0) {
      Set<String> gone = new HashSet<>(seen.keySet());
      gone.removeAll(history.existing(seen.keySet()));
      current.stream()
          .filter(subscription -> gone.contains(subscription.jobId))
          .forEach(subscription -> subscription.reader.complete());
    }
  }

  /** A stream that waits for events; only the polling thread changes it. */
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

    void publish(List<Event> newEvents) {
      for (Event event : newEvents) {
        if (event.id() > seen) {
          seen = event.id();
          reader.emit(event);
        }
      }
      if (untilEnded && !newEvents.isEmpty() && StreamSnapshot.isEnd(newEvents.getLast())) {
        reader.complete();
      }
    }
  }
}
