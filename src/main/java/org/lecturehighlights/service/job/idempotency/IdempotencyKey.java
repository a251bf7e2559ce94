package org.lecturehighlights.service.job.idempotency;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A row of {@code idempotency_key}. */
@Entity
@Table(name = "idempotency_key")
@IdClass(IdempotencyKey.Name.class)
class IdempotencyKey extends PanacheEntityBase {
  /** Empty where security is off. */
  @Id
  @Column(nullable = false, length = 255)
  String owner;

  @Id
  @Column(nullable = false, length = 255)
  String key;

  @Column(nullable = false, length = 64)
  String fingerprint;

  @Column(name = "job_id", nullable = false, length = 100)
  String jobId;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  record Name(String owner, String key) implements Serializable {}
}
