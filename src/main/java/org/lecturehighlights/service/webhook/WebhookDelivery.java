package org.lecturehighlights.service.webhook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code webhook_delivery}. */
@Entity
@Table(name = "webhook_delivery")
class WebhookDelivery extends PanacheEntityBase {
  static final String PENDING = "pending";
  static final String DELIVERED = "delivered";
  static final String GIVEN_UP = "given_up";

  @Id
  @Column(name = "delivery_id", length = 100)
  String deliveryId;

  @Column(name = "webhook_id", nullable = false, length = 100)
  String webhookId;

  @Column(name = "job_id", nullable = false, length = 100)
  String jobId;

  @Column(nullable = false, length = 40)
  String event;

  @Column(nullable = false, columnDefinition = "text")
  String body;

  @Column(nullable = false, length = 20)
  String status;

  @Column(nullable = false)
  int attempts;

  @Column(name = "due_at", nullable = false)
  Instant dueAt;

  @Column(name = "response_status")
  @Nullable Integer responseStatus;

  @Column(length = 500)
  @Nullable String error;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  @Column(name = "ended_at")
  @Nullable Instant endedAt;
}
