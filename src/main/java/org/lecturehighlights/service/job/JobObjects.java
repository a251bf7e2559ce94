package org.lecturehighlights.service.job;

import java.util.List;

/** What the job room asks about stored objects; implemented by a room that knows their keys. */
public interface JobObjects {
  /** Whether an object with this key is stored; false for a key that our storage cannot hold. */
  boolean isStored(String key);

  /** The keys of a job's results, inside and outside of the job's folder. */
  List<String> resultKeys(String jobId);
}
