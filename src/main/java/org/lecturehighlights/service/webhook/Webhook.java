package org.lecturehighlights.service.webhook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code webhook}. */
@Entity
@Table(name = "webhook")
class Webhook extends PanacheEntityBase {
  @Id
  @Column(name = "webhook_id", length = 100)
  String webhookId;

  @Column(length = 255)
  @Nullable String owner;

  @Column(nullable = false, length = 2000)
  String url;

  @Column(nullable = false, length = 100)
  String secret;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(nullable = false)
  List<String> events;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;
}
