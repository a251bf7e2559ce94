package org.lecturehighlights.job.rest;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.job.JobDetails;
import org.lecturehighlights.job.JobService;
import org.lecturehighlights.job.history.HistoryService;
import org.lecturehighlights.job.history.HistoryService.Event;
import org.lecturehighlights.job.history.ProgressEvent;
import org.lecturehighlights.problem.Problem;
import org.lecturehighlights.problem.ProblemKind;

/**
 * A job's progress as server-sent events: where it stands at once, then every change, until the job
 * ends. Reads the database on worker threads only.
 */
@Path("/api/v1/jobs/{job_id}/events")
@Tag(name = "Jobs")
class JobEventResource {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final JobService jobs;
  private final HistoryService history;
  private volatile boolean stopping;

  JobEventResource(JobService jobs, HistoryService history) {
    this.jobs = jobs;
    this.history = history;
  }

  @GET
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(summary = "The job's progress, live; Last-Event-ID continues a broken stream")
  public Multi<OutboundSseEvent> stream(
      @PathParam("job_id") String jobId,
      @HeaderParam("Last-Event-ID") @Nullable Long lastEventId,
      @Parameter(description = "From /stream-tokens, for callers that cannot send a header")
          @QueryParam("token")
          @Nullable String token,
      @Context Sse sse) {
    // Refuses before the stream begins; from then on there is no caller to ask about.
    jobs.get(jobId);
    return follow(jobId, lastEventId)
        .map(event ->
            sse.newEventBuilder()
                .id(Long.toString(event.id()))
                .name(event.type())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(event.payload())
                .build());
  }

  /** A stopping server ends its streams; clients continue them elsewhere by Last-Event-ID. */
  void stop(@Observes ShutdownDelayInitiatedEvent event) {
    stopping = true;
  }

  private Multi<Event> follow(String jobId, @Nullable Long lastEventId) {
    AtomicLong seen = new AtomicLong(lastEventId == null ? -1 : lastEventId);
    return Multi.createBy()
        .repeating()
        .uni(() ->
            Uni.createFrom()
                .item(() -> look(jobId, seen))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
        .withDelay(BETWEEN_LOOKS)
        .until(look -> stopping || look.isAfterTheEnd())
        .onItem()
        .transformToMultiAndConcatenate(look -> Multi.createFrom().iterable(look.events()));
  }

  /** What one look found; a look that finds nothing new of an ended job is the last. */
  private record Look(List<Event> events, boolean ended) {
    boolean isAfterTheEnd() {
      return ended && events.isEmpty();
    }
  }

  /** A job that is deleted meanwhile ends its stream. */
  private Look look(String jobId, AtomicLong seen) {
    try {
      return lookAt(jobId, seen);
    } catch (Problem problem) {
      if (problem.kind() == ProblemKind.JOB_NOT_FOUND) {
        return new Look(List.of(), true);
      }
      throw problem;
    }
  }

  private Look lookAt(String jobId, AtomicLong seen) {
    if (seen.get() < 0) {
      // The snapshot is as new as this id or newer, so that nothing falls between.
      seen.set(history.newest(jobId));
      return new Look(List.of(snapshot(jobs.forPipeline(jobId), seen.get())), false);
    }
    boolean ended = jobs.forPipeline(jobId).status().isFinal();
    List<Event> events = history.after(jobId, seen.get());
    events.forEach(event -> seen.set(event.id()));
    return new Look(events, ended);
  }

  private static Event snapshot(JobDetails job, long newest) {
    ProgressEvent event = job.event();
    return new Event(newest, event.type(), event.payload());
  }
}
