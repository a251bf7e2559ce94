package org.lecturehighlights.service.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.runtime.Role;
import org.lecturehighlights.service.webhook.send.SendMessage;
import org.lecturehighlights.service.webhook.send.SendMessage.Answer;
import org.lecturehighlights.service.webhook.send.SendMessage.Message;
import org.lecturehighlights.service.webhook.send.WebhookConfig;

/** Sends what is due, in every worker, a bounded number at once and each on a virtual thread. */
@Singleton
class DeliverMessages {
  private static final Logger LOG = Logger.getLogger(DeliverMessages.class);
  private static final int MOST_AT_ONCE = 50;

  private final OutboxService outbox;
  private final SendMessage sender;
  private final WebhookConfig config;
  private final boolean works;
  private final AtomicInteger underWay = new AtomicInteger();
  private final ScheduledExecutorService pace =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("webhooks").factory());
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private boolean failing;

  DeliverMessages(
      OutboxService outbox,
      SendMessage sender,
      WebhookConfig config,
      @ConfigProperty(name = "lecture.roles") Set<String> roles) {
    this.outbox = outbox;
    this.sender = sender;
    this.config = config;
    this.works = Role.WORKER.isAmong(roles);
  }

  void start(@Observes StartupEvent event) {
    if (works) {
      long pause = config.poll().toMillis();
      pace.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }
  }

  /** What is under way and unanswered comes again elsewhere. */
  void stop(@Observes ShutdownEvent event) {
    pace.shutdownNow();
    senders.shutdownNow();
  }

  private void look() {
    try {
      int room = MOST_AT_ONCE - underWay.get();
      if (room > 0) {
        for (Message message : outbox.take(room)) {
          underWay.incrementAndGet();
          senders.execute(() -> deliver(message));
        }
      }
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warn("Webhooks wait until the database answers again", e);
      }
      failing = true;
    }
  }

  private void deliver(Message message) {
    try {
      Answer answer = sender.send(message);
      int status = answer.status();
      outbox.note(
          message.deliveryId(),
          status,
          status / 100 == 2 ? null : "HTTP " + status,
          answer.comeAgain());
    } catch (Problem problem) {
      outbox.note(message.deliveryId(), null, problem.detail(), Optional.empty());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      // Addresses and ports inside a network are nobody's business, so the kind alone is told.
      outbox.note(
          message.deliveryId(),
          null,
          "No answer: " + cause.getClass().getSimpleName(),
          Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warnf(e, "message %s could not be sent", message);
    } finally {
      underWay.decrementAndGet();
    }
  }
}
