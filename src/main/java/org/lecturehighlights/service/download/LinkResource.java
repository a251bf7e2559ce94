package org.lecturehighlights.service.download;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Problems;
import org.lecturehighlights.service.clip.FileLinks;

/** Links to stored objects by key, for frontends that store keys. */
@Path("/api/v1/videos/presigned-url")
@Tag(name = "Clips")
class LinkResource {
  private final LinkService files;
  private final FileLinks links;

  LinkResource(LinkService files, FileLinks links) {
    this.files = files;
    this.links = links;
  }

  /**
   * A link in the legacy format.
   *
   * @param expiresIn the requested validity in seconds; a URL on this server works as long as the
   *     object exists
   */
  public record Link(String url, int expiresIn, String objectKey) {
    static Link of(String url, int expiresIn, String objectKey) {
      return new Link(url, expiresIn, objectKey);
    }
  }

  @GET
  @Operation(summary = "Get a link to the object with this key")
  @APIResponse(responseCode = "200", description = "The link")
  @APIResponse(
      responseCode = "404",
      description = "None of the caller's jobs has an object with this key")
  @Problems(ProblemKind.NOT_FOUND)
  public Link link(
      @QueryParam("key") @NotBlank @Size(max = 500) String key,
      @QueryParam("expires_in") @DefaultValue("3600") @Min(60) @Max(604_800) int expiresIn,
      UriInfo uri) {
    return Link.of(
        links.of(files.file(key), uri.getBaseUri(), Duration.ofSeconds(expiresIn)), expiresIn, key);
  }
}
