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
import java.util.concurrent.Future;
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

/**
 * Every worker sends the messages that are due: a limited number at once, each on a virtual thread.
 */
@Singleton
class DeliverMessages {
  private static final Logger LOG = Logger.getLogger(DeliverMessages.class);
  private static final int MAX_CONCURRENT = 50;

  private final OutboxService outbox;
  private final SendMessage sender;
  private final WebhookConfig config;
  private final boolean isWorker;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final ScheduledExecutorService pollingThread =
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
    this.isWorker = Role.WORKER.isAmong(roles);
  }

  void start(@Observes StartupEvent event) {
    if (isWorker) {
      long pause = config.poll().toMillis();
      // It ends with its thread, and poll() lets no failure through.
      Future<?> _ =
          pollingThread.scheduleWithFixedDelay(this::poll, pause, pause, TimeUnit.MILLISECONDS);
    }
  }

  /** Messages that are being sent and not yet answered will be sent again by another worker. */
  void stop(@Observes ShutdownEvent event) {
    pollingThread.shutdownNow();
    senders.shutdownNow();
  }

  private void poll() {
    try {
      int free = MAX_CONCURRENT - inFlight.get();
      if (free > 0) {
        for (Message message : outbox.take(free)) {
          inFlight.incrementAndGet();
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
          answer.retryAfter());
    } catch (Problem problem) {
      outbox.note(message.deliveryId(), null, problem.detail(), Optional.empty());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      // Internal addresses and ports must not be disclosed, so only the type of the error is
      // stored.
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
      inFlight.decrementAndGet();
    }
  }
}
