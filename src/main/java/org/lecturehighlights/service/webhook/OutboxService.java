package org.lecturehighlights.service.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobIds;
import org.lecturehighlights.service.job.JobLifecycleEvent;
import org.lecturehighlights.service.job.JobService;
import org.lecturehighlights.service.webhook.send.SendMessage.Message;
import org.lecturehighlights.service.webhook.send.WebhookConfig;

/**
 * The messages to be sent. A message is written in the transaction that ends its job. A worker that
 * takes one holds a lease on it; when the lease expires the message is due again, so that none is
 * lost if a process dies.
 */
@ApplicationScoped
class OutboxService {
  /** Longer than any attempt may take. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final int ERROR_LENGTH_MAX = 500;
  private static final int GONE = 410;

  private final JobService jobs;
  private final ObjectMapper json;
  private final DeliveryPause pause;
  private final WebhookConfig config;
  private final Clock clock;

  OutboxService(
      JobService jobs, ObjectMapper json, DeliveryPause pause, WebhookConfig config, Clock clock) {
    this.jobs = jobs;
    this.json = json;
    this.pause = pause;
    this.config = config;
    this.clock = clock;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void write(@Observes JobLifecycleEvent.Ended ended) {
    List<Webhook> webhooks =
        ended.owner() == null
            ? Webhook.list("owner is null")
            : Webhook.list("owner", ended.owner());
    String event = WebhookEvent.ofStatus(ended.status()).code();
    webhooks.stream()
        .filter(webhook -> webhook.events.contains(event))
        .forEach(webhook -> write(webhook, event, ended.jobId()));
  }

  private void write(Webhook webhook, String event, String jobId) {
    WebhookDelivery row = new WebhookDelivery();
    row.deliveryId = JobIds.next("msg_");
    row.webhookId = webhook.webhookId;
    row.jobId = jobId;
    row.event = event;
    row.status = WebhookDelivery.PENDING;
    row.createdAt = clock.instant();
    row.dueAt = row.createdAt;
    row.body = body(event, jobs.findUnchecked(jobId), row.createdAt);
    row.persist();
  }

  private String body(String event, Job job, Instant at) {
    Map<String, Object> data = new HashMap<>();
    data.put("job_id", job.jobId());
    data.put("status", job.status());
    data.put("filename", job.filename());
    data.put("error_code", job.errorCode());
    data.put("error_message", job.errorMessage());
    try {
      return json.writeValueAsString(
          Map.of("type", event, "timestamp", at.toString(), "data", data));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes messages that are due and counts this attempt. */
  @Transactional
  public List<Message> take(int most) {
    Instant now = clock.instant();
    Stream<?> rows =
        WebhookDelivery.getEntityManager()
            .createNativeQuery(
                """
                update webhook_delivery d
                   set attempts = d.attempts + 1, due_at = :again
                  from webhook w
                 where w.webhook_id = d.webhook_id
                   and d.delivery_id in (
                     select delivery_id from webhook_delivery
                      where status = 'pending' and due_at <= :now
                      order by due_at limit :most for update skip locked)
                returning d.delivery_id, w.url, w.secret, d.body
                """)
            .setParameter("again", now.plus(LEASE))
            .setParameter("now", now)
            .setParameter("most", most)
            .getResultStream();
    return rows.map(Object[].class::cast)
        .map(row -> new Message((String) row[0], (String) row[1], (String) row[2], (String) row[3]))
        .toList();
  }

  /**
   * Records the result of an attempt: 2xx means delivered, 410 that the receiver wants no more
   * messages, anything else is tried again.
   *
   * @param status of the response, or null if there was none
   * @param requestedPause the pause that the receiver requested
   */
  @Transactional
  public void note(
      String deliveryId,
      @Nullable Integer status,
      @Nullable String error,
      Optional<Duration> requestedPause) {
    WebhookDelivery row = WebhookDelivery.findById(deliveryId);
    if (row == null || !row.status.equals(WebhookDelivery.PENDING)) {
      return;
    }
    Instant now = clock.instant();
    row.responseStatus = status;
    row.error =
        error == null ? null : error.substring(0, Math.min(error.length(), ERROR_LENGTH_MAX));
    if (status != null && status / 100 == 2) {
      row.status = WebhookDelivery.DELIVERED;
      row.endedAt = now;
    } else if ((status != null && status == GONE)
        || !now.isBefore(row.createdAt.plus(config.giveUpAfter()))) {
      row.status = WebhookDelivery.GIVEN_UP;
      row.endedAt = now;
    } else {
      row.dueAt = now.plus(pause.after(row.attempts, requestedPause));
    }
  }

  /** Removes deliveries that ended long ago. */
  @Transactional
  public void forget() {
    WebhookDelivery.delete("endedAt < ?1", clock.instant().minus(config.keep()));
  }
}
