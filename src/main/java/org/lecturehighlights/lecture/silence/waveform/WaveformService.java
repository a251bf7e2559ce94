package org.lecturehighlights.lecture.silence.waveform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Keeps and finds the waveforms of jobs, at most one for each. */
@ApplicationScoped
public class WaveformService {

  /** Puts the waveform in the place of the one that is kept for the job; empty for none. */
  @Transactional
  public void replace(String jobId, Optional<Waveform> waveform) {
    WaveformRow.delete("jobId", jobId);
    waveform.ifPresent(found -> {
      WaveformRow row = new WaveformRow();
      row.jobId = jobId;
      row.bucketSeconds = found.bucketSeconds();
      row.peaks = found.peaks();
      row.persist();
    });
  }

  /** Empty without sound, and for a job that an earlier version worked on. */
  @Transactional
  public Optional<Waveform> find(String jobId) {
    return WaveformRow.<WaveformRow>findByIdOptional(jobId)
        .map(row -> new Waveform(row.bucketSeconds, row.peaks));
  }
}
