package org.lecturehighlights.service.job.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.http.EntityVersion;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.problem.Problems;
import org.lecturehighlights.platform.ratelimit.CountsAsCreation;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobLifeService;
import org.lecturehighlights.service.job.JobListService;
import org.lecturehighlights.service.job.JobOutputs;
import org.lecturehighlights.service.job.JobResponse;
import org.lecturehighlights.service.job.JobService;
import org.lecturehighlights.service.job.JobStatus;
import org.lecturehighlights.service.job.list.JobCursor;
import org.lecturehighlights.service.job.list.JobOrder;
import org.lecturehighlights.service.job.list.JobQuery;

/**
 * The list of jobs, single jobs and the actions on them. All resources below jobs share this class
 * path and put the rest of the path on their methods. If a resource had the job's id in its class
 * path, the framework would try that class first and rebuild its lookup tables on each read of a
 * job.
 */
@Path("/api/v1/jobs")
@Tag(name = "Jobs")
class JobResource {
  /** Private data: shared caches must not store it, and clients must revalidate it each time. */
  private static final String OWN = "private, no-cache";

  private final JobService jobs;
  private final JobLifeService life;
  private final JobListService lists;
  private final RetryJob retry;
  private final JobOutputs outputs;

  JobResource(
      JobService jobs,
      JobLifeService life,
      JobListService lists,
      RetryJob retry,
      JobOutputs outputs) {
    this.jobs = jobs;
    this.life = life;
    this.lists = lists;
    this.retry = retry;
    this.outputs = outputs;
  }

  /**
   * A page of jobs.
   *
   * @param total number of jobs on all pages
   * @param totalEstimated whether there are so many jobs that the total is an estimate
   * @param nextCursor cursor of the next page; null on the last page
   */
  public record JobList(
      List<JobResponse> jobs, long total, boolean totalEstimated, @Nullable String nextCursor) {}

  @GET
  @Operation(summary = "List the caller's jobs, newest first by default; by offset or by cursor")
  @APIResponse(responseCode = "200", description = "A page of jobs")
  public RestResponse<JobList> list(
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100) int limit,
      @QueryParam("offset") @DefaultValue("0") @Min(0) int offset,
      @Parameter(description = "One or more states, repeated or separated by commas")
          @QueryParam("status")
          List<String> status,
      @Parameter(description = "Part of the file name") @QueryParam("q") @Size(max = 255)
          @Nullable String text,
      @Parameter(description = "ISO-8601 date and time with a time zone")
          @QueryParam("created_after")
          @Nullable String createdAfter,
      @Parameter(description = "ISO-8601 date and time with a time zone")
          @QueryParam("created_before")
          @Nullable String createdBefore,
      @Parameter(
              description =
                  "created_at, updated_at or filename; a leading hyphen sorts in descending order")
          @QueryParam("sort")
          @DefaultValue("-created_at")
          String sort,
      @Parameter(description = "next_cursor of the previous page") @QueryParam("cursor")
          @Nullable String cursor,
      @Parameter(description = "Count all jobs, even if there are very many")
          @QueryParam("exact_total")
          @DefaultValue("false")
          boolean exactTotal,
      @Context UriInfo uri) {
    JobOrder order = JobOrder.ofCode(sort);
    JobListService.Page page =
        lists.list(
            new JobQuery(
                JobListParameters.filter(status, text, createdAfter, createdBefore),
                order,
                limit,
                offset,
                JobListParameters.cursor(cursor, order, offset),
                exactTotal));
    Map<String, String> pictures = thumbnails(page.jobs(), uri);
    JobList list =
        new JobList(
            page.jobs().stream()
                .map(job -> JobResponse.of(job, pictures.get(job.jobId())))
                .toList(),
            page.total(),
            page.totalIsEstimated(),
            page.next().map(JobCursor::text).orElse(null));
    return RestResponse.ResponseBuilder.ok(list).header(HttpHeaders.CACHE_CONTROL, OWN).build();
  }

  @GET
  @Path("/{job_id}")
  @Operation(summary = "Get a job with its progress")
  @APIResponse(
      responseCode = "200",
      description = "The job; ETag identifies its version",
      headers = @Header(ref = "ETag"))
  @APIResponse(responseCode = "304", description = "The caller already has this version")
  public RestResponse<JobResponse> get(
      @PathParam("job_id") String jobId,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
      @Context UriInfo uri) {
    Job job = jobs.get(jobId);
    String picture = thumbnails(List.of(job), uri).get(jobId);
    EntityVersion version = EntityVersion.of(job).renderedWith(picture);
    RestResponse.ResponseBuilder<JobResponse> answer =
        version.isKnown(ifNoneMatch)
            ? RestResponse.ResponseBuilder.notModified()
            : RestResponse.ResponseBuilder.ok(JobResponse.of(job, picture));
    return answer
        .header(HttpHeaders.ETAG, version.tag())
        .header(HttpHeaders.CACHE_CONTROL, OWN)
        .build();
  }

  @DELETE
  @Path("/{job_id}")
  @ResponseStatus(204)
  @Operation(summary = "Delete the job with its recording and results; a running job is stopped")
  @APIResponse(responseCode = "204", description = "Deleted; its files are removed within seconds")
  public void delete(
      @PathParam("job_id") String jobId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    life.delete(jobId, version(ifMatch));
  }

  @POST
  @Path("/{job_id}/cancel")
  @Operation(summary = "Cancel the job and remove its files; the job itself stays in the list")
  @APIResponse(
      responseCode = "202",
      description = "The job stops within seconds; Location shows its state. May be repeated",
      headers = @Header(ref = "Location"),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JobResponse.class)))
  @APIResponse(responseCode = "409", description = "The job has already ended")
  @Problems(ProblemKind.JOB_STATE_CONFLICT)
  public RestResponse<JobResponse> cancel(
      @PathParam("job_id") String jobId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context UriInfo uri) {
    return accepted(life.cancel(jobId, version(ifMatch)), uri);
  }

  @POST
  @CountsAsCreation
  @Path("/{job_id}/retry")
  @Operation(
      summary = "Retry a failed or cancelled job, starting with the stage that did not complete")
  @APIResponse(
      responseCode = "202",
      description = "Queued; Location shows its progress",
      headers = @Header(ref = "Location"),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JobResponse.class)))
  @APIResponse(responseCode = "409", description = "The job has neither failed nor been cancelled")
  @Problems({ProblemKind.JOB_STATE_CONFLICT, ProblemKind.RECORDING_GONE})
  public RestResponse<JobResponse> retry(
      @PathParam("job_id") String jobId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context UriInfo uri) {
    return accepted(retry.retry(jobId, version(ifMatch)), uri);
  }

  private RestResponse<JobResponse> accepted(Job job, UriInfo uri) {
    return RestResponse.ResponseBuilder.<JobResponse>create(RestResponse.Status.ACCEPTED)
        .entity(JobResponse.of(job, thumbnails(List.of(job), uri).get(job.jobId())))
        .location(uri.getBaseUriBuilder().path("api/v1/jobs/{id}").build(job.jobId()))
        .build();
  }

  private static Consumer<Job> version(@Nullable String ifMatch) {
    return job -> EntityVersion.of(job).require(ifMatch);
  }

  /** Only completed jobs have clips, so the many reads before completion need no lookup. */
  private Map<String, String> thumbnails(Collection<Job> page, UriInfo uri) {
    List<String> completed =
        page.stream().filter(job -> job.status() == JobStatus.COMPLETED).map(Job::jobId).toList();
    Map<String, String> absolute = new HashMap<>();
    if (!completed.isEmpty()) {
      outputs
          .thumbnailUrls(completed)
          .forEach((job, path) -> absolute.put(job, uri.getBaseUri().resolve(path).toString()));
    }
    return absolute;
  }
}
