package org.lecturehighlights.service.job;

import java.util.Collection;
import java.util.Map;

/** What a job needs to know of its results; the room that owns them answers. */
public interface JobOutputs {
  /** The address of a picture for each of the jobs that has one, by job. */
  Map<String, String> thumbnailUrls(Collection<String> jobIds);
}
