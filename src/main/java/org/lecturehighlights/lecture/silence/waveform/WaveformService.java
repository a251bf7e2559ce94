package org.lecturehighlights.lecture.silence.waveform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Stores and finds the waveforms of jobs, at most one per job. */
@ApplicationScoped
public class WaveformService {

  /** Replaces the stored waveform of a job; an empty one removes it. */
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

  /** Empty without sound, and for jobs that were processed by an earlier version. */
  @Transactional
  public Optional<Waveform> find(String jobId) {
    return WaveformRow.<WaveformRow>findByIdOptional(jobId)
        .map(row -> new Waveform(row.bucketSeconds, row.peaks));
  }
}
