package org.lecturehighlights.service.export;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lecturehighlights.platform.http.DownloadName;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Problems;
import org.lecturehighlights.platform.storage.ObjectStorage;

/** Exports of a completed job's clips for other programs. */
@Path("/api/v1/jobs")
@Tag(name = "Results")
@Problems(ProblemKind.JOB_NOT_COMPLETED)
class ExportResource {
  private static final String EDL = "text/plain;charset=us-ascii";
  private static final String FCPXML = "application/xml;charset=utf-8";
  private static final String ZIP = "application/zip";

  private final ExportService exports;
  private final ObjectStorage storage;

  ExportResource(ExportService exports, ObjectStorage storage) {
    this.exports = exports;
    this.storage = storage;
  }

  @GET
  @Path("/{job_id}/cuts.edl")
  @Produces(EDL)
  @Operation(summary = "Download the cuts of all clips as an edit decision list (CMX 3600)")
  @APIResponse(responseCode = "200", description = "The edit decision list; times are whole frames")
  public Response edl(@PathParam("job_id") String jobId) {
    CutList cuts = exports.cuts(jobId);
    return file(EditDecisionList.write(cuts), EDL, cuts, ".edl");
  }

  @GET
  @Path("/{job_id}/cuts.fcpxml")
  @Produces(FCPXML)
  @Operation(summary = "Download the cuts as FCPXML 1.9, with one project per clip")
  @APIResponse(responseCode = "200", description = "The FCPXML document; times are whole frames")
  public Response fcpxml(@PathParam("job_id") String jobId) {
    CutList cuts = exports.cuts(jobId);
    return file(FinalCutXml.write(cuts), FCPXML, cuts, ".fcpxml");
  }

  @GET
  @Path("/{job_id}/package")
  @Produces(ZIP)
  @RunOnVirtualThread
  @Operation(
      summary = "Download clips, subtitles, pictures, transcript and cut lists in one ZIP file")
  @APIResponse(responseCode = "200", description = "The archive")
  public Response archive(@PathParam("job_id") String jobId, @Context HttpServerResponse bare) {
    Archive archive = exports.archive(jobId);
    return Response.ok((StreamingOutput) to -> send(archive, to, bare), ZIP)
        .header(HttpHeaders.CONTENT_DISPOSITION, archive.fileName().attachment())
        .build();
  }

  /** Ignores write errors if the client has disconnected. */
  private void send(Archive archive, OutputStream to, HttpServerResponse bare) throws IOException {
    try {
      archive.write(to, storage);
    } catch (IOException e) {
      if (!bare.closed()) {
        throw e;
      }
    }
  }

  private static Response file(String text, String type, CutList cuts, String ending) {
    DownloadName name = DownloadName.of(DownloadName.of(cuts.lecture()).stem() + ending);
    return Response.ok(text, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, name.attachment())
        .build();
  }
}
