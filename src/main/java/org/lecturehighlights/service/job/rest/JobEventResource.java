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
import org.lecturehighlights.service.job.JobService;
import org.lecturehighlights.service.job.stream.JobEventStream;

/**
 * A job's progress as server-sent events: where it stands at once, then every change, until the job
 * ends.
 */
@Path("/api/v1/jobs")
@Tag(name = "Jobs")
class JobEventResource {
  private final JobService jobs;
  private final JobEventStream feed;
  private final Duration heartbeat;

  /**
   * @param heartbeat how long a stream may be silent; proxies cut those that are so for a minute
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

  /** Comments, which readers skip, among the events for as long as these last. */
  private Multi<OutboundSseEvent> withHeartbeats(Multi<OutboundSseEvent> events, Sse sse) {
    OutboundSseEvent end = sse.newEventBuilder().comment("end").build();
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
        .first(event -> event != end);
  }
}
