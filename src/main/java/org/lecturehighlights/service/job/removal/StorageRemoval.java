package org.lecturehighlights.service.job.removal;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code storage_removal}. */
@Entity
@Table(name = "storage_removal")
class StorageRemoval extends PanacheEntityBase {
  @Id
  @Column(name = "job_id", nullable = false, length = 100)
  String jobId;

  /** Objects outside of the job's folder, such as legacy ones. */
  @JdbcTypeCode(SqlTypes.JSON)
  @Column(nullable = false)
  List<String> keys = List.of();

  @Column(nullable = false)
  Instant since;

  @Column(name = "next_at", nullable = false)
  Instant nextAt;
}
