package org.lecturehighlights.lecture.layout.slide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.TreeMap;

/** Stores and finds the storage keys of the slides' pictures. */
@ApplicationScoped
public class SlidePictureService {

  /** Replaces the stored keys of a job; {@code keys} are by slide number. */
  @Transactional
  public void replace(String jobId, Map<Integer, String> keys) {
    SlidePictureRow.delete("jobId", jobId);
    keys.forEach((number, key) -> {
      SlidePictureRow row = new SlidePictureRow();
      row.jobId = jobId;
      row.number = number;
      row.key = key;
      row.persist();
    });
  }

  /** The keys by slide number; not every slide has a picture. */
  @Transactional
  public Map<Integer, String> find(String jobId) {
    Map<Integer, String> keys = new TreeMap<>();
    SlidePictureRow.<SlidePictureRow>list("jobId", jobId)
        .forEach(row -> keys.put(row.number, row.key));
    return keys;
  }
}
