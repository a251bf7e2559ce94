package org.lecturehighlights.service.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Problems;

/** Search in all of the caller's lectures. */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
class SearchResource {
  private final SearchService searches;

  SearchResource(SearchService searches) {
    this.searches = searches;
  }

  /**
   * A page of hits, the best first.
   *
   * @param nextCursor cursor of the next page; null on the last page
   */
  public record SearchResult(String query, List<Hit> hits, @Nullable String nextCursor) {}

  @GET
  @Operation(
      summary = "Search the transcripts of the caller's completed lectures",
      description =
          "Words match by prefix and, in the given language, in other inflections;"
              + " all of them must occur in one sentence. A phrase in double quotes may continue in"
              + " the next sentence. OR between words and a hyphen before a word work as in web"
              + " searches. Case is ignored, accents are not. Of more than 10,000 hits not all are"
              + " ranked. matches are positions in text, counted"
              + " in UTF-16 code units; text is plain text, so escape it before you show it as"
              + " HTML.")
  @APIResponse(
      responseCode = "200",
      description = "A page of hits, the best first",
      content = @Content(schema = @Schema(implementation = SearchResult.class)))
  @APIResponse(responseCode = "409", description = "The lecture given by job_id has not completed")
  @Problems(ProblemKind.JOB_NOT_COMPLETED)
  public RestResponse<SearchResult> search(
      @Parameter(description = "Words, \"phrases\", -without, OR", example = "race conditions")
          @QueryParam("q")
          @NotBlank
          @Size(max = 200)
          String q,
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
      @Parameter(
              description = "next_cursor of the previous page, with the same q",
              example = "MC45IDcgMzE")
          @QueryParam("cursor")
          @Size(max = 200)
          @Nullable String cursor,
      @Parameter(description = "Search only in this lecture") @QueryParam("job_id")
          @Nullable String jobId,
      @Parameter(
              description =
                  "Two-letter language code of q, for inflections; without them for other languages",
              example = "en")
          @QueryParam("language")
          @DefaultValue("en")
          @Pattern(regexp = "[a-z]{2}")
          String language) {
    TypedText typed = TypedText.of(q);
    SearchService.Page page =
        searches.search(
            new SearchQuery(
                typed,
                language,
                Optional.ofNullable(jobId),
                limit,
                cursor == null ? SearchCursor.START : SearchCursor.read(cursor)));
    SearchResult result =
        new SearchResult(
            typed.text(), page.hits(), page.next().map(SearchCursor::text).orElse(null));
    return RestResponse.ResponseBuilder.ok(result)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }
}
