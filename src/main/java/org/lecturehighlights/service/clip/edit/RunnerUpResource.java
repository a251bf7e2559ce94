package org.lecturehighlights.service.clip.edit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Problems;
import org.lecturehighlights.service.clip.ClipView;
import org.lecturehighlights.service.clip.FileLinks;

/** The runners-up of a job. */
@Path("/api/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clips")
class RunnerUpResource {
  private final ClipEditService edits;
  private final FileLinks links;

  RunnerUpResource(ClipEditService edits, FileLinks links) {
    this.edits = edits;
    this.links = links;
  }

  @GET
  @Path("/{job_id}/runners-up")
  @Operation(
      summary = "List the clips that came next in the selection, and why they were not chosen")
  @APIResponse(responseCode = "200", description = "The runners-up, the best first")
  @Problems(ProblemKind.JOB_NOT_COMPLETED)
  public RunnerUpList list(@PathParam("job_id") String jobId) {
    return RunnerUpList.of(jobId, edits.runnersUp(jobId));
  }

  @POST
  @Path("/{job_id}/runners-up/{number}/swap")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Use a runner-up as a clip",
      description =
          "Renders the runner-up in place of a clip, which becomes a runner-up once that is done,"
              + " or as an additional clip.")
  @APIResponse(
      responseCode = "202",
      description = "The clip that is being rendered; Location shows when that is done",
      headers = @Header(ref = "Location"),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ClipView.class)))
  @Problems({
    ProblemKind.RUNNER_UP_NOT_FOUND,
    ProblemKind.CLIP_NOT_FOUND,
    ProblemKind.JOB_NOT_COMPLETED,
    ProblemKind.JOB_STATE_CONFLICT
  })
  public Response swap(
      @PathParam("job_id") String jobId,
      @PathParam("number") int number,
      @NotNull @Valid RunnerUpSwap swap,
      @Context UriInfo uri) {
    return ClipResource.answer(
        edits.swap(jobId, number, swap), file -> links.of(file, uri.getBaseUri()));
  }
}
