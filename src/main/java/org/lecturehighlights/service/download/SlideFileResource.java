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

/** Thumbnails of the slides. */
@Path("/api/v1/jobs")
@Tag(name = "Results")
class SlideFileResource extends FileResource {

  SlideFileResource(FileService files) {
    super(files);
  }

  @GET
  @Path("/{job_id}/slides/{number}/thumbnail")
  @AcceptsSignedLink
  @RunOnVirtualThread
  @Operation(summary = "Download the thumbnail of a slide by its number")
  @Extension(name = "x-stored-file", value = "image/jpeg")
  @APIResponse(
      responseCode = "404",
      description = "The job does not exist, or the slide has no picture")
  @Problems({ProblemKind.NOT_FOUND, ProblemKind.JOB_NOT_COMPLETED})
  public Response thumbnail(
      @PathParam("job_id") String jobId,
      @PathParam("number") int number,
      @BeanParam FileResource.FileRequest asked) {
    return answer(files.slide(jobId, number), asked);
  }
}
