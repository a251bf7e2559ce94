package org.lecturehighlights.service.download;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Problems;
import org.lecturehighlights.platform.security.AcceptsSignedLink;

/** The lecture as it was uploaded. */
@Path("/api/v1/jobs")
@Tag(name = "Results")
class LectureFileResource extends FileResource {

  LectureFileResource(FileService files) {
    super(files);
  }

  @GET
  @Path("/{job_id}/video")
  @AcceptsSignedLink
  @RunOnVirtualThread
  @Operation(summary = "Download the lecture as it was uploaded, whole or in byte ranges")
  @Extension(name = "x-stored-file", value = "video/*")
  @APIResponse(
      responseCode = "404",
      description = "The job does not exist, or its upload is not complete")
  @Problems(ProblemKind.NOT_FOUND)
  public Response video(
      @PathParam("job_id") String jobId, @BeanParam FileResource.FileRequest asked) {
    return answer(files.lecture(jobId), asked);
  }
}
