package org.lecturehighlights.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes, finds and submits jobs. */
@ApplicationScoped
public class JobService {

  /** A page of jobs, newest first, and how many there are in all. */
  public record Page(List<JobDetails> jobs, long total) {}
}
