package org.lecturehighlights.clip.result;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lecturehighlights.clip.edit.ClipEditService;

/** What each analysis of a completed job found. */
@Path("/api/v1/jobs")
@Tag(name = "Results")
@APIResponse(responseCode = "404", description = "JOB_NOT_FOUND")
@APIResponse(responseCode = "409", description = "JOB_NOT_COMPLETED")
class JobResultsResource {
  private final ResultService results;
  private final ClipEditService clips;

  JobResultsResource(ResultService results, ClipEditService clips) {
    this.results = results;
    this.clips = clips;
  }

  @GET
  @Path("/{job_id}/clips")
  @Operation(summary = "The clips in their order, with scores and cuts")
  @APIResponse(responseCode = "200", description = "The clips")
  public ClipList clips(@PathParam("job_id") String jobId, UriInfo uri) {
    return ClipList.of(jobId, clips.list(jobId), uri.getBaseUri());
  }

  @GET
  @Path("/{job_id}/transcripts")
  @Operation(summary = "What was said, by start, with the times of the words")
  @APIResponse(responseCode = "200", description = "The transcript")
  public TranscriptResponse transcript(@PathParam("job_id") String jobId) {
    return TranscriptResponse.of(jobId, results.transcript(jobId));
  }

  @GET
  @Path("/{job_id}/transcript.{format:json|vtt|srt|txt}")
  @Operation(summary = "What was said, as a file: JSON, WebVTT, SubRip or text, in lecture time")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(responseCode = "404", description = "JOB_NOT_FOUND or TRANSCRIPT_NOT_FOUND")
  public Response transcriptFile(
      @PathParam("job_id") String jobId, @PathParam("format") String format) {
    TranscriptFiles files = results.transcriptFiles(jobId);
    Response.ResponseBuilder answer =
        switch (format) {
          case "vtt" -> Response.ok(files.webVtt(), "text/vtt;charset=utf-8");
          case "srt" -> Response.ok(files.subRip(), "application/x-subrip;charset=utf-8");
          case "txt" -> Response.ok(files.text(), "text/plain;charset=utf-8");
          default -> Response.ok(files.json(), MediaType.APPLICATION_JSON);
        };
    return answer.header(HttpHeaders.CONTENT_DISPOSITION, files.name(format).attachment()).build();
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
