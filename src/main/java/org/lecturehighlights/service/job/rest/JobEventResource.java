package org.lecturehighlights.service.job.rest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.security.AcceptsStreamToken;
import org.lecturehighlights.service.job.JobService;
import org.lecturehighlights.service.job.stream.JobEventStream;

/**
 * A job's progress as server-sent events: the current state at once, then every change until the
 * job ends.
 */
@Path("/api/v1/jobs")
@Tag(name = "Jobs")
class JobEventResource {
  /** The comment of the last event; nobody receives it. */
  private static final String END = "end";

  private final JobService jobs;
  private final JobEventStream feed;
  private final Duration heartbeat;

  /**
   * @param heartbeat longest silence on a stream; proxies close a stream that is silent for a
   *     minute
   */
  JobEventResource(
      JobService jobs,
      JobEventStream feed,
      @ConfigProperty(name = "lecture.stream.heartbeat", defaultValue = "15S") Duration heartbeat) {
    this.jobs = jobs;
    this.feed = feed;
    this.heartbeat = heartbeat;
  }

  @GET
  @Path("/{job_id}/events")
  @AcceptsStreamToken
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(summary = "Stream the job's progress; Last-Event-ID resumes an interrupted stream")
  public Multi<OutboundSseEvent> stream(
      @PathParam("job_id") String jobId,
      @HeaderParam("Last-Event-ID") @Nullable Long lastEventId,
      @Parameter(description = "From /stream-tokens, for callers that cannot send a header")
          @QueryParam("token")
          @Nullable String token,
      @Context Sse sse) {
    // Checks access before the stream begins; afterwards the caller is no longer known.
    jobs.get(jobId);
    Multi<OutboundSseEvent> events =
        feed.follow(jobId, lastEventId, true)
            .map(event ->
                sse.newEventBuilder()
                    .id(Long.toString(event.id()))
                    .name(event.type())
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(event.payload())
                    .build());
    return withHeartbeats(events, sse);
  }

  /** Adds comments, which clients ignore, between the events for as long as the stream lasts. */
  private Multi<OutboundSseEvent> withHeartbeats(Multi<OutboundSseEvent> events, Sse sse) {
    OutboundSseEvent end = sse.newEventBuilder().comment(END).build();
    Multi<OutboundSseEvent> beats =
        Multi.createFrom()
            .ticks()
            .every(heartbeat)
            .onOverflow()
            .drop()
            .map(_ -> sse.newEventBuilder().comment("still here").build());
    return Multi.createBy()
        .merging()
        .streams(events.onCompletion().continueWith(end), beats)
        .select()
        .first(event -> !END.equals(event.getComment()));
  }
}
