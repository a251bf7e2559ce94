package org.lecturehighlights.service.download;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lecturehighlights.lecture.transcript.captions.CaptionFormat;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Problems;
import org.lecturehighlights.platform.security.AcceptsSignedLink;

/** The files of a clip; slow readers occupy a virtual thread, never an event loop thread. */
@Path("/api/v1/clips/{clip_id}")
@Tag(name = "Clips")
@RunOnVirtualThread
@APIResponse(
    responseCode = "404",
    description = "The clip does not exist or does not have this file")
@Problems(ProblemKind.NOT_FOUND)
class ClipFileResource extends FileResource {

  ClipFileResource(FileService files) {
    super(files);
  }

  @GET
  @Path("/video")
  @AcceptsSignedLink
  @Operation(summary = "Download the clip's video, whole or in byte ranges")
  @Extension(name = "x-stored-file", value = "video/mp4")
  public Response video(@PathParam("clip_id") String clipId, @BeanParam FileRequest asked) {
    return answer(files.video(clipId), asked);
  }

  @GET
  @Path("/thumbnail")
  @AcceptsSignedLink
  @Operation(summary = "Download a picture of the clip")
  @Extension(name = "x-stored-file", value = "image/jpeg")
  public Response thumbnail(@PathParam("clip_id") String clipId, @BeanParam FileRequest asked) {
    return answer(files.thumbnail(clipId), asked);
  }

  @GET
  @Path("/subtitles.vtt")
  @AcceptsSignedLink
  @Operation(summary = "Download the clip's subtitles as WebVTT, in clip time")
  @Extension(name = "x-stored-file", value = "text/vtt")
  public Response webVtt(@PathParam("clip_id") String clipId, @BeanParam FileRequest asked) {
    return answer(files.subtitles(clipId), asked);
  }

  @GET
  @Path("/subtitles.srt")
  @Produces(CaptionFormat.Type.SUB_RIP)
  @Operation(summary = "Download the clip's subtitles as SubRip, in clip time")
  @APIResponse(
      responseCode = "200",
      description = "The subtitles",
      content =
          @Content(
              mediaType = CaptionFormat.Type.SUB_RIP,
              schema = @Schema(implementation = String.class)))
  public Response subRip(@PathParam("clip_id") String clipId) {
    return answer(files.subtitles(clipId, CaptionFormat.SUB_RIP));
  }

  private static Response answer(NamedText made) {
    return Response.ok(made.text(), made.contentType())
        .header(HttpHeaders.CONTENT_DISPOSITION, made.name().attachment())
        .build();
  }
}
