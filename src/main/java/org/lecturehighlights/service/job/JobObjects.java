package org.lecturehighlights.service.job;

import java.util.List;

/** What a job needs to know of stored bytes; a room that knows the storage answers. */
public interface JobObjects {
  /** Whether there are bytes under this key; false for a key that no storage of ours can have. */
  boolean isStored(String key);

  /** The keys of a job's results, wherever they are. */
  List<String> resultKeys(String jobId);
}
