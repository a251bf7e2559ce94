package org.lecturehighlights.service.upload;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Problems;
import org.lecturehighlights.platform.ratelimit.CountsAsCreation;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobResponse;
import org.lecturehighlights.service.upload.form.FormReader;
import org.lecturehighlights.service.upload.form.WantedParts;

/** Uploads in one request. */
@Path("/api/v1/jobs")
@Tag(name = "Upload")
class LectureResource {
  private final UploadInOneRequest upload;
  private final FormReader forms;
  private final WantedParts wanted;

  LectureResource(UploadInOneRequest upload, FormReader forms, Admission admission) {
    this.upload = upload;
    this.forms = forms;
    this.wanted = LectureForm.parts(admission.largest());
  }

  @POST
  @CountsAsCreation
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RunOnVirtualThread
  @Extension(name = "x-form-fields", value = "ProcessingConfig")
  @Operation(summary = "Upload a lecture, with captions and settings if wanted, and queue its job")
  @APIResponse(
      responseCode = "201",
      description = "Queued; Location tells where the job is",
      headers = @Header(ref = "Location"),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JobResponse.class)))
  @Problems({
    ProblemKind.EMPTY_FILE,
    ProblemKind.NOT_A_VIDEO,
    ProblemKind.NO_VIDEO_STREAM,
    ProblemKind.MEDIA_LIMIT_EXCEEDED,
    ProblemKind.CAPTIONS_UNREADABLE,
    ProblemKind.STORAGE_FULL
  })
  public RestResponse<JobResponse> submit(
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
      @Parameter(description = "Makes the request safe to repeat for a day")
          @HeaderParam("Idempotency-Key")
          @Nullable String idempotencyKey,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA,
                      schema =
                          @Schema(
                              type = SchemaType.OBJECT,
                              properties = {
                                @SchemaProperty(
                                    name = LectureForm.FILE,
                                    type = SchemaType.STRING,
                                    format = "binary"),
                                @SchemaProperty(
                                    name = LectureForm.CAPTIONS,
                                    type = SchemaType.STRING,
                                    format = "binary"),
                                @SchemaProperty(
                                    name = FormSettings.DOCUMENT,
                                    type = SchemaType.STRING,
                                    description = "JSON, as in the announcement of an upload")
                              })))
          InputStream body,
      UriInfo uri)
      throws IOException, InterruptedException {
    Job job;
    try (LectureForm form = LectureForm.of(forms.read(contentType, body, wanted))) {
      job = upload.submit(form, idempotencyKey);
    }
    return RestResponse.ResponseBuilder.<JobResponse>created(
            uri.getBaseUriBuilder().path("api/v1/jobs/{id}").build(job.jobId()))
        .entity(JobResponse.of(job, null))
        .build();
  }
}
