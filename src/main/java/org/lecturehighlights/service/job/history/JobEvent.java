package org.lecturehighlights.service.job.history;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code job_event}. */
@Entity
@SqlResultSetMapping(name = JobEvent.ROW, entities = @EntityResult(entityClass = JobEvent.class))
@Table(name = "job_event")
class JobEvent extends PanacheEntityBase {
  /** The result mapping for native SQL that selects all columns. */
  static final String ROW = "JobEvent";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "job_id", nullable = false, length = 100)
  String jobId;

  @Column(nullable = false, length = 20)
  String type;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(nullable = false)
  Map<String, Object> payload;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;
}
