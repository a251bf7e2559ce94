package org.lecturehighlights.lecture.layout.slide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.TreeMap;

/** Keeps and finds the keys of the slides' pictures. */
@ApplicationScoped
public class SlidePictureService {

  /** Puts the keys, by the numbers of their slides, in the place of those kept for the job. */
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

  /** The keys by the numbers of the slides; not every slide has a picture. */
  @Transactional
  public Map<Integer, String> find(String jobId) {
    Map<Integer, String> keys = new TreeMap<>();
    SlidePictureRow.<SlidePictureRow>list("jobId", jobId)
        .forEach(row -> keys.put(row.number, row.key));
    return keys;
  }
}
