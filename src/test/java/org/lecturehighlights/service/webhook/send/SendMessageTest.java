package org.lecturehighlights.service.webhook.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehighlights.service.webhook.Receiver;
import org.lecturehighlights.service.webhook.send.SendMessage.Message;

class SendMessageTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final String SECRET = Signature.newSecret();

  private final AtomicInteger lookups = new AtomicInteger();

  /** Resolves a host name that DNS does not know. */
  private final SendMessage sender =
      new SendMessage(
          VERTX.createHttpClient(SendMessage.options()),
          new Destinations(
              host -> {
                lookups.incrementAndGet();
                assertThat(host).isEqualTo("hooks.example");
                return List.of(InetAddress.getLoopbackAddress());
              },
              true),
          new StoredSecrets(Settings.of()),
          Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC),
          Settings.of());

  @AfterAll
  static void stop() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_message_goes_to_the_checked_address_with_the_host_name() throws Exception {
    try (Receiver receiver = Receiver.answering(204)) {
      assertThat(sender.send(message(receiver, "/hook?a=b%20c")).status()).isEqualTo(204);
      assertThat(lookups).as("DNS lookups").hasValue(1);
      Receiver.ReceivedRequest heard = receiver.heard().getFirst();
      assertThat(heard.path()).isEqualTo("/hook?a=b%20c");
      assertThat(heard.body()).isEqualTo("{\"a\": \"ü\"}");
      assertThat(heard.headers())
          .containsEntry("host", "hooks.example:" + receiver.port())
          .containsEntry("content-type", "application/json")
          .containsEntry("webhook-id", "msg_1")
          .containsEntry("webhook-timestamp", "1700000000")
          .containsEntry(
              "webhook-signature", Signature.of(SECRET, "msg_1", 1_700_000_000, "{\"a\": \"ü\"}"));
    }
  }

  @Test
  void redirects_are_not_followed() throws Exception {
    try (Receiver inside = Receiver.answering(200);
        Receiver receiver =
            new Receiver((exchange, _) -> {
              exchange
                  .getResponseHeaders()
                  .set("Location", "http://127.0.0.1:" + inside.port() + "/");
              exchange.sendResponseHeaders(307, -1);
            })) {
      assertThat(sender.send(message(receiver, "/")).status()).isEqualTo(307);
      assertThat(inside.heard()).isEmpty();
    }
  }

  @Test
  void an_endless_response_body_is_not_read() throws Exception {
    try (Receiver receiver =
        new Receiver((exchange, _) -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] much = new byte[1 << 16];
          while (!Thread.interrupted()) {
            exchange.getResponseBody().write(much);
          }
        })) {
      assertThat(sender.send(message(receiver, "/")).status()).isEqualTo(200);
    }
  }

  @Test
  void a_receiver_that_does_not_answer_times_out() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (Receiver receiver =
        new Receiver((_, _) -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        })) {
      assertThatThrownBy(() -> sender.send(message(receiver, "/")))
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseInstanceOf(TimeoutException.class);
    } finally {
      end.countDown();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          503 | 120                           | PT2M
          429 | 0                             | PT0S
          429 | Tue, 14 Nov 2023 22:14:00 GMT | PT40S
          429 | Tue, 14 Nov 2023 22:13:00 GMT |
          503 | soon                          |
          503 | -1                            |
          500 | 120                           |
          200 | 120                           |
          """)
  void retry_after_is_read_with_some_statuses(
      int status, String header, @Nullable Duration expected) throws Exception {
    try (Receiver receiver =
        new Receiver((exchange, _) -> {
          exchange.getResponseHeaders().set("Retry-After", header);
          exchange.sendResponseHeaders(status, -1);
        })) {
      assertThat(sender.send(message(receiver, "/")))
          .isEqualTo(new SendMessage.Answer(status, Optional.ofNullable(expected)));
    }
  }

  @Test
  void the_secret_does_not_appear_in_logs() {
    assertThat(new Message("msg_1", "https://hooks.example/", SECRET, "{}").toString())
        .isEqualTo("msg_1");
  }

  private static Message message(Receiver receiver, String path) {
    return new Message(
        "msg_1", "http://hooks.example:" + receiver.port() + path, SECRET, "{\"a\": \"ü\"}");
  }
}
