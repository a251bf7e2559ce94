package org.lecturehighlights.service.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.security.Caller;
import org.lecturehighlights.platform.security.Callers;
import org.lecturehighlights.service.job.JobIds;
import org.lecturehighlights.service.job.OwnerLock;
import org.lecturehighlights.service.webhook.send.Signature;
import org.lecturehighlights.service.webhook.send.StoredSecrets;
import org.lecturehighlights.service.webhook.send.WebhookConfig;

/** Webhooks by owner; callers cannot tell somebody else's webhook from a missing one. */
@ApplicationScoped
class WebhookService {
  private static final String MINE = "(?1 = true or owner = ?2)";

  private final Callers callers;
  private final StoredSecrets secrets;
  private final WebhookConfig config;
  private final Clock clock;

  WebhookService(Callers callers, StoredSecrets secrets, WebhookConfig config, Clock clock) {
    this.callers = callers;
    this.secrets = secrets;
    this.config = config;
    this.clock = clock;
  }

  /**
   * A webhook.
   *
   * @param secret the key that signs messages; returned only once, at registration
   */
  public record Registered(
      String webhookId,
      String url,
      List<WebhookEvent> events,
      @Nullable String secret,
      Instant createdAt) {
    static Registered of(Webhook row, @Nullable String secret) {
      return new Registered(
          row.webhookId,
          row.url,
          row.events.stream().map(WebhookEvent::ofCode).toList(),
          secret,
          row.createdAt);
    }
  }

  /**
   * A message and the state of its delivery.
   *
   * @param status pending, delivered or given_up
   * @param nextAttemptAt null when the delivery has ended
   * @param responseStatus HTTP status of the last attempt, if it was answered
   */
  public record Delivery(
      String deliveryId,
      String jobId,
      String event,
      String status,
      int attempts,
      @Nullable Instant nextAttemptAt,
      @Nullable Integer responseStatus,
      @Nullable String error,
      Instant createdAt,
      @Nullable Instant endedAt) {
    static Delivery of(WebhookDelivery row) {
      return new Delivery(
          row.deliveryId,
          row.jobId,
          row.event,
          row.status,
          row.attempts,
          row.status.equals(WebhookDelivery.PENDING) ? row.dueAt : null,
          row.responseStatus,
          row.error,
          row.createdAt,
          row.endedAt);
    }
  }

  @Transactional
  public Registered register(String url, List<WebhookEvent> events) {
    Caller caller = callers.current();
    OwnerLock.take("webhooks", caller.owner());
    long existing =
        caller.owner() == null
            ? Webhook.count("owner is null")
            : Webhook.count("owner", caller.owner());
    if (existing >= config.mostPerOwner()) {
      throw Problem.of(
          ProblemKind.TOO_MANY_WEBHOOKS,
          "You have %d webhooks, which is the maximum. Delete one before you add another."
              .formatted(existing));
    }
    Webhook row = new Webhook();
    row.webhookId = JobIds.next("webhook_");
    row.owner = caller.owner();
    row.url = url;
    String secret = Signature.newSecret();
    row.secret = secrets.seal(secret);
    row.events = events.stream().distinct().map(WebhookEvent::code).toList();
    row.createdAt = clock.instant();
    row.persist();
    return Registered.of(row, secret);
  }

  /** Oldest first. */
  @Transactional
  public List<Registered> list() {
    Caller caller = callers.current();
    return Webhook.<Webhook>list(
            MINE + " order by createdAt, webhookId", caller.seesAll(), caller.owner())
        .stream()
        .map(row -> Registered.of(row, null))
        .toList();
  }

  @Transactional
  public Registered get(String webhookId) {
    return Registered.of(mine(webhookId), null);
  }

  /** Deletes a webhook together with its undelivered messages. */
  @Transactional
  public void delete(String webhookId) {
    mine(webhookId);
    // A DELETE statement, so that concurrent deletions of the same webhook both succeed.
    Webhook.delete("webhookId", webhookId);
  }

  /** The newest messages first. */
  @Transactional
  public List<Delivery> deliveries(String webhookId, int limit) {
    mine(webhookId);
    return WebhookDelivery.<WebhookDelivery>find(
            "webhookId = ?1 order by createdAt desc, deliveryId", webhookId)
        .page(0, limit)
        .list()
        .stream()
        .map(Delivery::of)
        .toList();
  }

  private Webhook mine(String webhookId) {
    Caller caller = callers.current();
    return Webhook.<Webhook>find(
            MINE + " and webhookId = ?3", caller.seesAll(), caller.owner(), webhookId)
        .firstResultOptional()
        .orElseThrow(() ->
            Problem.of(ProblemKind.WEBHOOK_NOT_FOUND, "There is no webhook " + webhookId + "."));
  }
}
