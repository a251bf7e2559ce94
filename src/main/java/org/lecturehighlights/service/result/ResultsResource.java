package org.lecturehighlights.service.result;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.lecturehighlights.platform.http.DownloadName;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Problems;
import org.lecturehighlights.service.clip.FileLinks;

/** All results of a completed job. */
@Path("/api/v1/results/{job_id}")
@Tag(name = "Results")
@Problems(ProblemKind.JOB_NOT_COMPLETED)
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
  @APIResponse(responseCode = "200", description = "The text")
  @Problems(ProblemKind.TRANSCRIPT_NOT_FOUND)
  public RestResponse<String> exportTranscript(@PathParam("job_id") String jobId) {
    TranscriptText transcript = results.transcriptFiles(jobId).readable();
    return RestResponse.ResponseBuilder.ok(transcript.text())
        .header(
            HttpHeaders.CONTENT_DISPOSITION, DownloadName.of(transcript.fileName()).attachment())
        .build();
  }
}
