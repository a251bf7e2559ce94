package org.lecturehighlights.service.clip.edit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.http.EntityVersion;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Problems;
import org.lecturehighlights.service.clip.ClipLinks;
import org.lecturehighlights.service.clip.ClipState;
import org.lecturehighlights.service.clip.ClipStateService;
import org.lecturehighlights.service.clip.ClipView;
import org.lecturehighlights.service.clip.FileLinks;
import org.lecturehighlights.service.clip.ResultFile;

/** A single clip. */
@Path("/api/v1/clips/{clip_id}")
@Tag(name = "Clips")
class ClipResource {
  private final ClipStateService states;
  private final ClipEditService edits;
  private final RemoveClip remove;
  private final FileLinks links;

  ClipResource(ClipStateService states, ClipEditService edits, RemoveClip remove, FileLinks links) {
    this.states = states;
    this.edits = edits;
    this.remove = remove;
    this.links = links;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Get a clip with its cuts and its rendering status")
  @APIResponse(
      responseCode = "200",
      description = "The clip; ETag identifies its version",
      headers = @Header(ref = "ETag"),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ClipView.class)))
  @APIResponse(responseCode = "304", description = "The caller already has this version")
  public Response get(
      @PathParam("clip_id") String clipId,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
      @Context UriInfo uri) {
    ClipState state = states.get(clipId);
    ClipView view = ClipView.of(state, link(uri));
    Response.ResponseBuilder answer =
        version(state, view).isKnown(ifNoneMatch) ? Response.notModified() : Response.ok(view);
    return answer
        .header(HttpHeaders.ETAG, version(state, view).tag())
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  @PATCH
  @Produces(MediaType.APPLICATION_JSON)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Rename a clip or change its start and end",
      description =
          "A new title applies at once. Start and end are in seconds of the lecture and must not"
              + " be inside a word. Only this clip is rendered again, and it stays as it was until"
              + " that is done.")
  @APIResponse(
      responseCode = "200",
      description = "The clip with a new ETag; nothing needs rendering",
      headers = @Header(ref = "ETag"),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ClipView.class)))
  @APIResponse(
      responseCode = "202",
      description =
          "The clip with a new ETag; it is being rendered, and Location shows when that is done",
      headers = {@Header(ref = "Location"), @Header(ref = "ETag")},
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ClipView.class)))
  @APIResponse(responseCode = "422", description = "The cut is not allowed; detail says what is")
  @Problems({ProblemKind.JOB_NOT_COMPLETED, ProblemKind.CUT_NOT_ALLOWED})
  public Response change(
      @PathParam("clip_id") String clipId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid ClipChange change,
      @Context UriInfo uri) {
    return answer(edits.change(clipId, change, ifMatch), link(uri));
  }

  @DELETE
  @RunOnVirtualThread
  @Operation(summary = "Delete a clip with its files; the clips after it move up")
  @APIResponse(responseCode = "204", description = "Deleted")
  @Problems(ProblemKind.JOB_NOT_COMPLETED)
  public void delete(
      @PathParam("clip_id") String clipId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    remove.run(clipId, ifMatch);
  }

  /** 202 while the clip is being rendered, otherwise 200. */
  static Response answer(ClipState state, Function<ResultFile, String> link) {
    boolean rendering = state.status() == ClipState.Status.RENDERING;
    ClipView view = ClipView.of(state, link);
    Response.ResponseBuilder answer =
        Response.status(rendering ? 202 : 200)
            .entity(view)
            .header(HttpHeaders.ETAG, version(state, view).tag());
    return rendering
        ? answer.location(URI.create(ClipLinks.clip(state.clip().clipId()))).build()
        : answer.build();
  }

  /** Links expire, so a new link counts as a new version even if the clip is unchanged. */
  private static EntityVersion version(ClipState state, ClipView view) {
    return state.version().renderedWith(view.url());
  }

  private Function<ResultFile, String> link(UriInfo uri) {
    return file -> links.of(file, uri.getBaseUri());
  }
}
