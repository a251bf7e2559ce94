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

/** What a frontend draws under the player of a lecture. */
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
      summary = "How loud the lecture is over time, to be drawn",
      description =
          "For each point the lowest and the highest level of its time, -1 to 1. Short lectures may"
              + " give fewer points than asked for, since none is shorter than 10 ms.")
  @APIResponse(responseCode = "200", description = "The waveform")
  @APIResponse(responseCode = "404", description = "a lecture without sound has no waveform")
  @Problems(ProblemKind.WAVEFORM_NOT_FOUND)
  public WaveformResponse waveform(
      @PathParam("job_id") String jobId,
      @Parameter(description = "At most so many", example = "1000")
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
      summary = "What the screen shows from one of its changes to the next, with small pictures",
      description =
          "The first slide begins with the lecture. kind tells what each begins with: new_slide, or"
              + " bullet where the slide only got more on it.")
  @APIResponse(responseCode = "200", description = "The slides, by start")
  @Problems(ProblemKind.LAYOUT_ANALYSIS_NOT_FOUND)
  public SlideList slides(@PathParam("job_id") String jobId, UriInfo uri) {
    return SlideList.of(looks.slides(jobId), file -> links.of(file, uri.getBaseUri()));
  }

  @GET
  @Path("/{job_id}/layout-timeline")
  @Operation(
      summary = "How screen and camera share the picture over time, without gaps",
      description = "Regions are in pixels of the lecture.")
  @APIResponse(responseCode = "200", description = "The layouts, by start")
  @Problems(ProblemKind.LAYOUT_ANALYSIS_NOT_FOUND)
  public LayoutTimelineResponse layoutTimeline(@PathParam("job_id") String jobId) {
    return LayoutTimelineResponse.of(jobId, looks.timeline(jobId));
  }
}
