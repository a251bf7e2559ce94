package org.lecturehighlights.service.result;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lecturehighlights.lecture.transcript.captions.CaptionFormat;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Problems;
import org.lecturehighlights.service.clip.ClipStateService;
import org.lecturehighlights.service.clip.FileLinks;

/**
 * The results of each analysis of a completed job. Transcripts are read while they are sent, on
 * virtual threads, so that slow readers do not occupy worker threads.
 */
@Path("/api/v1/jobs")
@Tag(name = "Results")
@Problems(ProblemKind.JOB_NOT_COMPLETED)
@RunOnVirtualThread
class JobResultsResource {
  private static final String TEXT = "text/plain;charset=utf-8";

  private final ResultService results;
  private final ClipStateService clips;
  private final FileLinks links;

  JobResultsResource(ResultService results, ClipStateService clips, FileLinks links) {
    this.results = results;
    this.clips = clips;
    this.links = links;
  }

  @GET
  @Path("/{job_id}/clips")
  @Operation(summary = "List the clips in order, with scores and cuts")
  @APIResponse(responseCode = "200", description = "The clips")
  public ClipList clips(@PathParam("job_id") String jobId, UriInfo uri) {
    return ClipList.of(jobId, clips.list(jobId), file -> links.of(file, uri.getBaseUri()));
  }

  @GET
  @Path("/{job_id}/transcripts")
  @Operation(summary = "Get the transcript with word times, ordered by start")
  @APIResponse(responseCode = "200", description = "The transcript")
  public TranscriptResponse transcript(@PathParam("job_id") String jobId) {
    return TranscriptResponse.of(jobId, results.transcript(jobId));
  }

  @GET
  @Path("/{job_id}/transcript.json")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Download the transcript as JSON with word times, in lecture time")
  @APIResponse(
      responseCode = "200",
      description = "The transcript file; Content-Disposition has its name",
      headers = @Header(ref = "Content-Disposition"),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TranscriptResponse.class)))
  @Problems(ProblemKind.TRANSCRIPT_NOT_FOUND)
  public Response transcriptJson(@PathParam("job_id") String jobId) {
    return file(jobId, "json", files -> Response.ok(files.json(), MediaType.APPLICATION_JSON));
  }

  @GET
  @Path("/{job_id}/transcript.vtt")
  @Produces(CaptionFormat.Type.WEB_VTT)
  @Operation(summary = "Download the transcript as WebVTT, in lecture time")
  @APIResponse(
      responseCode = "200",
      description = "The transcript file; Content-Disposition has its name",
      headers = @Header(ref = "Content-Disposition"))
  @Problems(ProblemKind.TRANSCRIPT_NOT_FOUND)
  public Response transcriptVtt(
      @PathParam("job_id") String jobId, @Context HttpServerResponse bare) {
    return captions(jobId, CaptionFormat.WEB_VTT, bare);
  }

  @GET
  @Path("/{job_id}/transcript.srt")
  @Produces(CaptionFormat.Type.SUB_RIP)
  @Operation(summary = "Download the transcript as SubRip, in lecture time")
  @APIResponse(
      responseCode = "200",
      description = "The transcript file; Content-Disposition has its name",
      headers = @Header(ref = "Content-Disposition"))
  @Problems(ProblemKind.TRANSCRIPT_NOT_FOUND)
  public Response transcriptSrt(
      @PathParam("job_id") String jobId, @Context HttpServerResponse bare) {
    return captions(jobId, CaptionFormat.SUB_RIP, bare);
  }

  @GET
  @Path("/{job_id}/transcript.txt")
  @Produces(TEXT)
  @Operation(summary = "Download the transcript as readable text, in lecture time")
  @APIResponse(
      responseCode = "200",
      description = "The transcript file; Content-Disposition has its name",
      headers = @Header(ref = "Content-Disposition"))
  @Problems(ProblemKind.TRANSCRIPT_NOT_FOUND)
  public Response transcriptText(
      @PathParam("job_id") String jobId, @Context HttpServerResponse bare) {
    return file(
        jobId, "txt", files -> Response.ok(StreamedText.of(files.readable()::write, bare), TEXT));
  }

  @GET
  @Path("/{job_id}/silence-regions")
  @Operation(summary = "List where nobody speaks or the screen is blank, ordered by start")
  @APIResponse(responseCode = "200", description = "The regions")
  public SilenceResponse silences(@PathParam("job_id") String jobId) {
    return SilenceResponse.of(jobId, results.silences(jobId));
  }

  @GET
  @Path("/{job_id}/content-segments")
  @Operation(summary = "List the topics, ordered by start")
  @APIResponse(responseCode = "200", description = "The topics")
  public ContentResponse content(@PathParam("job_id") String jobId) {
    return ContentResponse.of(jobId, results.content(jobId));
  }

  @GET
  @Path("/{job_id}/layout-analysis")
  @Operation(summary = "Get where screen and camera are, and when the screen changes")
  @APIResponse(responseCode = "200", description = "The layout")
  @Problems(ProblemKind.LAYOUT_ANALYSIS_NOT_FOUND)
  public LayoutResponse layout(@PathParam("job_id") String jobId) {
    return LayoutResponse.of(jobId, results.layout(jobId));
  }

  private Response captions(String jobId, CaptionFormat format, HttpServerResponse bare) {
    return file(
        jobId,
        format.extension(),
        files -> Response.ok(StreamedText.of(files.captions(format), bare), format.contentType()));
  }

  private Response file(
      String jobId, String extension, Function<TranscriptFiles, Response.ResponseBuilder> answer) {
    TranscriptFiles files = results.transcriptFiles(jobId);
    return answer
        .apply(files)
        .header(HttpHeaders.CONTENT_DISPOSITION, files.name(extension).attachment())
        .build();
  }
}
