package org.lecturehighlights.service.job;

import java.util.Collection;
import java.util.Map;

/** What the job room asks about a job's results; implemented by the room that owns them. */
public interface JobOutputs {
  /** The URL of the preview picture of each job that has one, by job id. */
  Map<String, String> thumbnailUrls(Collection<String> jobIds);
}
