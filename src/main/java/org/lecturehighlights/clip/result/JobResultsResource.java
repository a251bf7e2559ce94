package org.lecturehighlights.clip.result;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lecturehighlights.clip.FileLinks;

/** What each analysis of a completed job found. */
@Path("/api/v1/jobs")
@Tag(name = "Results")
@APIResponse(responseCode = "404", description = "JOB_NOT_FOUND")
@APIResponse(responseCode = "409", description = "JOB_NOT_COMPLETED")
class JobResultsResource {
  private final ResultService results;
  private final FileLinks links;

  JobResultsResource(ResultService results, FileLinks links) {
    this.results = results;
    this.links = links;
  }

  @GET
  @Path("/{job_id}/clips")
  @Operation(summary = "The clips in their order, with scores and cuts")
  @APIResponse(responseCode = "200", description = "The clips")
  public ClipList clips(@PathParam("job_id") String jobId, UriInfo uri) {
    return ClipList.of(jobId, results.clips(jobId), file -> links.of(file, uri.getBaseUri()));
  }

  @GET
  @Path("/{job_id}/transcripts")
  @Operation(summary = "What was said, by start, with the times of the words")
  @APIResponse(responseCode = "200", description = "The transcript")
  public TranscriptResponse transcript(@PathParam("job_id") String jobId) {
    return TranscriptResponse.of(jobId, results.transcript(jobId));
  }

  @GET
  @Path("/{job_id}/silence-regions")
  @Operation(summary = "Where nobody speaks or the screen is blank, by start")
  @APIResponse(responseCode = "200", description = "The regions")
  public SilenceResponse silences(@PathParam("job_id") String jobId) {
    return SilenceResponse.of(jobId, results.silences(jobId));
  }

  @GET
  @Path("/{job_id}/content-segments")
  @Operation(summary = "The topics, by start")
  @APIResponse(responseCode = "200", description = "The topics")
  public ContentResponse content(@PathParam("job_id") String jobId) {
    return ContentResponse.of(jobId, results.content(jobId));
  }

  @GET
  @Path("/{job_id}/layout-analysis")
  @Operation(summary = "Where screen and camera are, and when the screen changes")
  @APIResponse(responseCode = "200", description = "The layout")
  @APIResponse(responseCode = "404", description = "JOB_NOT_FOUND or LAYOUT_ANALYSIS_NOT_FOUND")
  public LayoutResponse layout(@PathParam("job_id") String jobId) {
    return LayoutResponse.of(jobId, results.layout(jobId));
  }
}
