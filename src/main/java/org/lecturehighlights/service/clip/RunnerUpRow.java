package org.lecturehighlights.service.clip;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A row of {@code runner_up}. */
@Entity
@Table(name = "runner_up")
@IdClass(RunnerUpId.class)
class RunnerUpRow extends PanacheEntityBase {
  @Id
  @Column(name = "job_id", nullable = false, length = 100)
  String jobId;

  @Id
  @Column(nullable = false)
  Integer number;

  @Embedded
  @AttributeOverride(
      name = "extraMetadata",
      column = @Column(name = "extra_metadata", nullable = false))
  CutColumns cut;

  @Column(nullable = false, length = 500)
  String reason;

  RunnerUpRow write(String job, RunnerUp runnerUp) {
    jobId = job;
    number = runnerUp.number();
    cut = CutColumns.of(runnerUp.cut());
    reason = runnerUp.reason();
    return this;
  }

  RunnerUp read() {
    return new RunnerUp(number, cut.read(), reason);
  }
}
