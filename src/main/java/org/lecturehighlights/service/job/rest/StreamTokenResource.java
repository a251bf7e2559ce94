package org.lecturehighlights.service.job.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Problems;
import org.lecturehighlights.platform.security.StreamTokens;
import org.lecturehighlights.service.job.JobService;

/** Tokens for streams, because browsers cannot send headers when they open one. */
@Path("/api/v1/stream-tokens")
@Tag(name = "Jobs")
class StreamTokenResource {
  private final JobService jobs;
  private final StreamTokens tokens;

  StreamTokenResource(JobService jobs, StreamTokens tokens) {
    this.jobs = jobs;
    this.tokens = tokens;
  }

  /** The job whose progress is to be streamed. */
  record StreamRequest(@NotBlank String jobId) {}

  /**
   * A token that opens the stream.
   *
   * @param token value of the query parameter {@code token}
   * @param expiresIn number of seconds within which the stream must be opened
   */
  record StreamToken(String jobId, String token, long expiresIn) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @Operation(summary = "Create a token that opens the progress stream of one job within a minute")
  @APIResponse(
      responseCode = "201",
      description = "The token",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = StreamToken.class)))
  @Problems(ProblemKind.JOB_NOT_FOUND)
  public StreamToken issue(@Valid @NotNull StreamRequest request) {
    String jobId = jobs.get(request.jobId()).jobId();
    return new StreamToken(jobId, tokens.issue(jobId), tokens.lifetime().toSeconds());
  }
}
