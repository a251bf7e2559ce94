package org.lecturehighlights.service.result;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lecturehighlights.platform.http.DownloadName;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Problems;
import org.lecturehighlights.service.clip.FileLinks;

/** All results of a completed job. */
@Path("/api/v1/results/{job_id}")
@Tag(name = "Results")
@Problems(ProblemKind.JOB_NOT_COMPLETED)
@RunOnVirtualThread
class ResultsResource {
  private final ResultService results;
  private final FileLinks links;

  ResultsResource(ResultService results, FileLinks links) {
    this.results = results;
    this.links = links;
  }

  @GET
  @Operation(summary = "Get clips, transcript, layout and links of a completed job")
  @APIResponse(responseCode = "200", description = "The results")
  public ResultsResponse get(@PathParam("job_id") String jobId, UriInfo uri) {
    return ResultsResponse.of(results.results(jobId), file -> links.of(file, uri.getBaseUri()));
  }

  @GET
  @Path("/export-transcript")
  @Produces("text/plain; charset=utf-8")
  @Operation(summary = "Download the transcript as a readable text file")
  @APIResponse(
      responseCode = "200",
      description = "The text",
      content =
          @Content(
              mediaType = "text/plain; charset=utf-8",
              schema = @Schema(implementation = String.class)))
  @Problems(ProblemKind.TRANSCRIPT_NOT_FOUND)
  public Response exportTranscript(
      @PathParam("job_id") String jobId, @Context HttpServerResponse bare) {
    TranscriptText transcript = results.transcriptFiles(jobId).readable();
    return Response.ok(StreamedText.of(transcript::write, bare))
        .header(
            HttpHeaders.CONTENT_DISPOSITION, DownloadName.of(transcript.fileName()).attachment())
        .build();
  }
}
