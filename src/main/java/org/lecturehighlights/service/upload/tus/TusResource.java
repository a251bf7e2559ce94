package org.lecturehighlights.service.upload.tus;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.http.ApiPath;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Problems;
import org.lecturehighlights.platform.ratelimit.CountsAsCreation;
import org.lecturehighlights.service.upload.check.ContentTypes;
import org.lecturehighlights.service.upload.tus.ResumableUploads.Standing;

/** Uploads that may be interrupted, after tus 1.0.0. */
@Path(ApiPath.RESUMABLE_UPLOADS)
@TusVersionRequired
@Tag(name = "Resumable upload")
class TusResource {
  private static final String BYTES = "application/offset+octet-stream";

  /** Eighteen digits fit a long. */
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private final ResumableUploads uploads;

  TusResource(ResumableUploads uploads) {
    this.uploads = uploads;
  }

  /** For clients behind proxies that know few methods; the protocol wants it. */
  @ServerRequestFilter(preMatching = true, nonBlocking = true)
  public void overrideMethod(ContainerRequestContext request) {
    String method = request.getHeaderString("X-HTTP-Method-Override");
    if (method != null && request.getUriInfo().getPath().startsWith(ApiPath.RESUMABLE_UPLOADS)) {
      request.setMethod(method.toUpperCase(Locale.ROOT));
    }
  }

  @OPTIONS
  @ResponseStatus(204)
  @Operation(summary = "What this server knows of tus, in the headers Tus-…")
  @APIResponse(responseCode = "204", description = "See the headers")
  public void capabilities() {
    // TusHeaders says all.
  }

  @POST
  @CountsAsCreation
  @Consumes(MediaType.WILDCARD)
  @RunOnVirtualThread
  @Operation(
      summary = "Begin an upload of Upload-Length bytes",
      description =
          "Upload-Metadata holds filename, filetype and the settings of a job, each in Base64."
              + " The address in Location ends with the job's id. The body may hold first bytes.")
  @APIResponse(
      responseCode = "201",
      description = "The job waits for its bytes; Location, Upload-Offset, Upload-Expires",
      headers = {
        @Header(ref = "Location"),
        @Header(ref = "Upload-Offset"),
        @Header(ref = "Upload-Expires")
      })
  @APIResponse(responseCode = "410", description = "the first upload with this key has ended")
  @APIResponse(responseCode = "413", description = "Tus-Max-Size tells what is allowed")
  @Problems({
    ProblemKind.UPLOAD_EXPIRED,
    ProblemKind.FILE_TOO_LARGE,
    ProblemKind.EMPTY_FILE,
    ProblemKind.NOT_A_VIDEO,
    ProblemKind.NO_VIDEO_STREAM,
    ProblemKind.MEDIA_LIMIT_EXCEEDED,
    ProblemKind.TOO_MANY_UPLOADS,
    ProblemKind.CHECKSUM_MISMATCH,
    ProblemKind.STORAGE_FULL
  })
  public RestResponse<Void> create(
      @HeaderParam("Upload-Length") @Nullable String length,
      @HeaderParam("Upload-Metadata") @Nullable String metadata,
      @HeaderParam("Upload-Checksum") @Nullable String checksum,
      @Parameter(description = "Makes the request safe to repeat for a day")
          @HeaderParam("Idempotency-Key")
          @Nullable String idempotencyKey,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String contentLength,
      @RequestBody(
              content =
                  @Content(
                      mediaType = BYTES,
                      schema = @Schema(type = SchemaType.STRING, format = "binary")))
          InputStream bytes,
      UriInfo uri)
      throws IOException, InterruptedException {
    boolean withBytes = contentType != null;
    Optional<Long> declared = Optional.ofNullable(contentLength).map(Long::valueOf);
    if (withBytes && declared.orElse(1L) > 0) {
      requireBytes(contentType);
    }
    Checksum expected = Checksum.of(checksum);
    Standing upload = uploads.create(number("Upload-Length", length), metadata, idempotencyKey);
    // A repeated beginning does not bring bytes again; the answer tells where to go on.
    if (withBytes && upload.offset() == 0) {
      upload = uploads.append(upload.jobId(), 0, bytes, declared, expected);
    }
    return with(
        upload,
        RestResponse.ResponseBuilder.created(
            uri.getBaseUriBuilder()
                .path(ApiPath.RESUMABLE_UPLOADS + "/{id}")
                .build(upload.jobId())));
  }

  @HEAD
  @Path("/{job_id}")
  @RunOnVirtualThread
  @Operation(summary = "How many bytes are here: Upload-Offset of Upload-Length")
  @APIResponse(
      responseCode = "200",
      description = "Upload-Offset, Upload-Length, Upload-Metadata, Upload-Expires",
      headers = {
        @Header(ref = "Upload-Offset"),
        @Header(ref = "Upload-Length"),
        @Header(ref = "Upload-Metadata"),
        @Header(ref = "Upload-Expires")
      })
  @Problems(ProblemKind.UPLOAD_EXPIRED)
  public RestResponse<Void> find(@PathParam("job_id") String jobId) throws IOException {
    Standing upload = uploads.find(jobId);
    RestResponse.ResponseBuilder<Void> answer =
        RestResponse.ResponseBuilder.<Void>ok()
            .header("Upload-Length", upload.length())
            .header(HttpHeaders.CACHE_CONTROL, "no-store");
    upload.said().ifPresent(said -> answer.header("Upload-Metadata", said));
    return with(upload, answer);
  }

  @PATCH
  @Path("/{job_id}")
  @Consumes(MediaType.WILDCARD)
  @RunOnVirtualThread
  @Operation(
      summary = "Bytes from Upload-Offset on, as application/offset+octet-stream",
      description =
          "With the last byte the lecture is checked and its job is queued before the answer comes."
              + " If that failed on our side, a request without bytes at the end tries it again.")
  @APIResponse(
      responseCode = "204",
      description = "Stored up to Upload-Offset; Upload-Expires",
      headers = {@Header(ref = "Upload-Offset"), @Header(ref = "Upload-Expires")})
  @APIResponse(responseCode = "422", description = "the job failed with it")
  @Problems({
    ProblemKind.UPLOAD_OFFSET_CONFLICT,
    ProblemKind.JOB_STATE_CONFLICT,
    ProblemKind.UPLOAD_EXPIRED,
    ProblemKind.NOT_A_VIDEO,
    ProblemKind.NO_VIDEO_STREAM,
    ProblemKind.MEDIA_LIMIT_EXCEEDED,
    ProblemKind.UPLOAD_IN_USE,
    ProblemKind.CHECKSUM_MISMATCH,
    ProblemKind.STORAGE_FULL
  })
  public RestResponse<Void> append(
      @PathParam("job_id") String jobId,
      @HeaderParam("Upload-Offset") @Nullable String offset,
      @HeaderParam("Upload-Checksum") @Nullable String checksum,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String contentLength,
      @RequestBody(
              content =
                  @Content(
                      mediaType = BYTES,
                      schema = @Schema(type = SchemaType.STRING, format = "binary")))
          InputStream bytes)
      throws IOException, InterruptedException {
    requireBytes(contentType);
    Standing upload =
        uploads.append(
            jobId,
            number("Upload-Offset", offset),
            bytes,
            Optional.ofNullable(contentLength).map(Long::valueOf),
            Checksum.of(checksum));
    return with(upload, RestResponse.ResponseBuilder.noContent());
  }

  @DELETE
  @Path("/{job_id}")
  @ResponseStatus(204)
  @RunOnVirtualThread
  @Operation(summary = "End an unfinished upload; its bytes are removed, its job is cancelled")
  @APIResponse(responseCode = "204", description = "Nothing of it stays")
  @APIResponse(responseCode = "409", description = "the upload is complete")
  @Problems({ProblemKind.JOB_STATE_CONFLICT, ProblemKind.UPLOAD_EXPIRED, ProblemKind.UPLOAD_IN_USE})
  public void terminate(@PathParam("job_id") String jobId) throws IOException {
    uploads.terminate(jobId);
  }

  private static RestResponse<Void> with(
      Standing upload, RestResponse.ResponseBuilder<Void> answer) {
    return answer
        .header("Upload-Offset", upload.offset())
        .header(
            "Upload-Expires",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(upload.expires().atOffset(ZoneOffset.UTC)))
        .build();
  }

  private static void requireBytes(@Nullable String contentType) {
    if (!ContentTypes.plain(contentType).equals(BYTES)) {
      throw Problem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "Send the bytes as " + BYTES + ".");
    }
  }

  private static long number(String header, @Nullable String value) {
    if (value == null || !NUMBER.matcher(value).matches()) {
      throw Problem.ofField(
          ProblemKind.VALIDATION_ERROR, header, header + " must be a whole number of bytes.");
    }
    return Long.parseLong(value);
  }
}
