package org.lecturehighlights.service.upload;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Problems;
import org.lecturehighlights.platform.ratelimit.CountsAsCreation;
import org.lecturehighlights.platform.security.AcceptsSignedLink;
import org.lecturehighlights.platform.security.LinkSigner;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobStatus;

/** Uploads step by step: announce, send the bytes, confirm. */
@Path("/api/v1/upload")
@Tag(name = "Upload")
class UploadResource {
  private final BeginUpload begin;
  private final ReceiveBytes receive;
  private final ConfirmUpload confirm;
  private final LinkSigner links;

  UploadResource(BeginUpload begin, ReceiveBytes receive, ConfirmUpload confirm, LinkSigner links) {
    this.begin = begin;
    this.receive = receive;
    this.confirm = confirm;
    this.links = links;
  }

  /**
   * Where to send the bytes.
   *
   * @param uploadUrl here, or where the storage takes the bytes itself
   * @param uploadFields always empty; the predecessor's shape
   * @param expiresIn seconds
   */
  record Ticket(
      String jobId,
      URI uploadUrl,
      Map<String, String> uploadFields,
      long expiresIn,
      String s3Key) {}

  /** Which upload is complete. */
  record Confirmation(@NotBlank String jobId) {}

  /**
   * How the job stands.
   *
   * @param celeryTaskId always null; the predecessor's shape
   */
  record Confirmed(String jobId, JobStatus status, String message, @Nullable String celeryTaskId) {}

  @POST
  @CountsAsCreation
  @Consumes(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(summary = "Announce a lecture; its bytes go to upload_url by PUT")
  @APIResponse(
      responseCode = "201",
      description = "The job waits for its bytes; Location tells where it is",
      headers = @Header(ref = "Location"),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Ticket.class)))
  @Problems({ProblemKind.TOO_MANY_UPLOADS, ProblemKind.STORAGE_FULL})
  public RestResponse<Ticket> begin(
      @Valid @NotNull UploadRequest request,
      @Parameter(description = "Makes the request safe to repeat for a day")
          @HeaderParam("Idempotency-Key")
          @Nullable String idempotencyKey,
      UriInfo uri)
      throws IOException, InterruptedException {
    Job job = begin.begin(request, idempotencyKey);
    long seconds = begin.expiresInSeconds();
    Ticket ticket =
        new Ticket(
            job.jobId(),
            begin.directAddress(job).orElseGet(() -> ours(job.jobId(), seconds, uri)),
            Map.of(),
            seconds,
            job.lectureKey());
    return RestResponse.ResponseBuilder.<Ticket>created(
            uri.getBaseUriBuilder().path("api/v1/jobs/{id}").build(job.jobId()))
        .entity(ticket)
        .build();
  }

  /** Frontends send the bytes without their token, as to an object store. */
  private URI ours(String jobId, long seconds, UriInfo uri) {
    String path = "/api/v1/upload/" + jobId + "/file";
    return uri.getBaseUri().resolve(links.toWrite(path, Duration.ofSeconds(seconds)));
  }

  @PUT
  @Path("/{job_id}/file")
  @AcceptsSignedLink
  @Consumes(MediaType.WILDCARD)
  @ResponseStatus(204)
  @RunOnVirtualThread
  @Operation(summary = "The lecture's bytes, in the announced content type; may be sent again")
  @APIResponse(responseCode = "204", description = "Stored")
  @Problems({ProblemKind.JOB_STATE_CONFLICT, ProblemKind.UPLOAD_EXPIRED, ProblemKind.STORAGE_FULL})
  public void file(
      @PathParam("job_id") String jobId,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
      InputStream bytes) {
    receive.lecture(jobId, contentType, bytes);
  }

  @PUT
  @Path("/{job_id}/captions")
  @Consumes(MediaType.WILDCARD)
  @ResponseStatus(204)
  @RunOnVirtualThread
  @Operation(summary = "Captions of the lecture as SRT or WebVTT; may be sent again")
  @APIResponse(responseCode = "204", description = "Stored")
  @Problems({
    ProblemKind.JOB_STATE_CONFLICT,
    ProblemKind.UPLOAD_EXPIRED,
    ProblemKind.CAPTIONS_UNREADABLE
  })
  public void captions(@PathParam("job_id") String jobId, InputStream bytes)
      throws IOException, InterruptedException {
    receive.captions(jobId, bytes);
  }

  @POST
  @Path("/confirm")
  @Consumes(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(summary = "All bytes are there: check them and queue the job; may be said again")
  @APIResponse(responseCode = "200", description = "The job is queued or further")
  @Problems({
    ProblemKind.FILE_NOT_FOUND,
    ProblemKind.JOB_NOT_FOUND,
    ProblemKind.EMPTY_FILE,
    ProblemKind.NOT_A_VIDEO,
    ProblemKind.NO_VIDEO_STREAM,
    ProblemKind.MEDIA_LIMIT_EXCEEDED
  })
  public Confirmed confirm(@Valid @NotNull Confirmation confirmation)
      throws IOException, InterruptedException {
    Job job = confirm.confirm(confirmation.jobId());
    return new Confirmed(job.jobId(), job.status(), "The job is " + job.status().code(), null);
  }

  @POST
  @Path("/from-youtube")
  @Operation(summary = "Not available: we load nothing from other sites")
  @APIResponse(responseCode = "501", description = "upload the file instead")
  @Problems(ProblemKind.NOT_IMPLEMENTED)
  public void fromYoutube() {
    throw Problem.of(
        ProblemKind.NOT_IMPLEMENTED, "Lectures are not loaded from YouTube; upload the file.");
  }
}
