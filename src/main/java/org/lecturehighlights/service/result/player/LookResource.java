package org.lecturehighlights.service.result.player;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Problems;
import org.lecturehighlights.service.clip.FileLinks;

/** Data that a frontend draws below a lecture's player. */
@Path("/api/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Results")
@Problems(ProblemKind.JOB_NOT_COMPLETED)
class LookResource {
  private final LookService looks;
  private final FileLinks links;

  LookResource(LookService looks, FileLinks links) {
    this.looks = looks;
    this.links = links;
  }

  @GET
  @Path("/{job_id}/waveform")
  @Operation(
      summary = "Get the lecture's waveform",
      description =
          "Each point has the lowest and the highest level in its period, -1 to 1. Short lectures"
              + " may have fewer points than requested, because no point is shorter than 10 ms.")
  @APIResponse(responseCode = "200", description = "The waveform")
  @APIResponse(
      responseCode = "404",
      description = "The job does not exist, or its lecture has no sound")
  @Problems(ProblemKind.WAVEFORM_NOT_FOUND)
  public WaveformResponse waveform(
      @PathParam("job_id") String jobId,
      @Parameter(description = "Maximum number of points", example = "1000")
          @QueryParam("points")
          @DefaultValue("1000")
          @Min(1)
          @Max(5000)
          int points) {
    return WaveformResponse.of(jobId, looks.waveform(jobId), points);
  }

  @GET
  @Path("/{job_id}/slides")
  @Operation(
      summary = "List the slides, from one change of the screen to the next, with thumbnails",
      description =
          "The first slide begins with the lecture. kind says how each one begins: new_slide, or"
              + " bullet if content was only added to the slide.")
  @APIResponse(responseCode = "200", description = "The slides, ordered by start")
  @Problems(ProblemKind.LAYOUT_ANALYSIS_NOT_FOUND)
  public SlideList slides(@PathParam("job_id") String jobId, UriInfo uri) {
    return SlideList.of(looks.slides(jobId), file -> links.of(file, uri.getBaseUri()));
  }

  @GET
  @Path("/{job_id}/layout-timeline")
  @Operation(
      summary = "List the layouts of screen and camera over time, without gaps",
      description = "Regions are in pixels of the lecture's picture.")
  @APIResponse(responseCode = "200", description = "The layouts, ordered by start")
  @Problems(ProblemKind.LAYOUT_ANALYSIS_NOT_FOUND)
  public LayoutTimelineResponse layoutTimeline(@PathParam("job_id") String jobId) {
    return LayoutTimelineResponse.of(jobId, looks.timeline(jobId));
  }
}
