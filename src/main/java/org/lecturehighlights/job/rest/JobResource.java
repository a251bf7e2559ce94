package org.lecturehighlights.job.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lecturehighlights.job.JobDetails;
import org.lecturehighlights.job.JobOutputs;
import org.lecturehighlights.job.JobService;

/** Jobs: the list and one. */
@Path("/api/v1/jobs")
@Tag(name = "Jobs")
class JobResource {
  private final JobService jobs;
  private final JobOutputs outputs;

  JobResource(JobService jobs, JobOutputs outputs) {
    this.jobs = jobs;
    this.outputs = outputs;
  }

  /** A page of jobs, newest first. */
  public record JobList(List<JobResponse> jobs, long total) {}

  @GET
  @Operation(summary = "The caller's jobs, newest first")
  public JobList list(
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100) int limit,
      @QueryParam("offset") @DefaultValue("0") @Min(0) int offset,
      @Context UriInfo uri) {
    JobService.Page page = jobs.list(limit, offset);
    Map<String, String> thumbnails =
        thumbnails(page.jobs().stream().map(JobDetails::jobId).toList(), uri);
    return new JobList(
        page.jobs().stream().map(job -> JobResponse.of(job, thumbnails.get(job.jobId()))).toList(),
        page.total());
  }

  @GET
  @Path("/{job_id}")
  @Operation(summary = "One job with its progress")
  @APIResponse(responseCode = "200", description = "The job")
  @APIResponse(responseCode = "404", description = "JOB_NOT_FOUND")
  public JobResponse get(@PathParam("job_id") String jobId, @Context UriInfo uri) {
    return JobResponse.of(jobs.get(jobId), thumbnails(List.of(jobId), uri).get(jobId));
  }

  private Map<String, String> thumbnails(Collection<String> jobIds, UriInfo uri) {
    Map<String, String> absolute = new HashMap<>();
    outputs
        .thumbnailUrls(jobIds)
        .forEach((job, path) -> absolute.put(job, uri.getBaseUri().resolve(path).toString()));
    return absolute;
  }
}
