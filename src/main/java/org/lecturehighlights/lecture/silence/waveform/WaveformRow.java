package org.lecturehighlights.lecture.silence.waveform;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code waveform}. */
@Entity
@Table(name = "waveform")
class WaveformRow extends PanacheEntityBase {
  @Id
  @Column(name = "job_id", nullable = false, length = 100)
  String jobId;

  @Column(name = "bucket_seconds", nullable = false)
  double bucketSeconds;

  @Column(nullable = false)
  byte[] peaks;
}
