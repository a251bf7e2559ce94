package org.lecturehighlights.service.webhook.send;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.lecturehighlights.platform.http.RetryAfter;

/**
 * Sends one message to the checked address; TLS and the Host header use the host name. Only the
 * head of the response is read, redirects are not followed, and connections are not reused.
 */
@Singleton
public class SendMessage {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** The statuses for which {@code Retry-After} is honoured. */
  private static final Set<Integer> RETRY_LATER = Set.of(429, 503);

  private final HttpClient client;
  private final Destinations destinations;
  private final StoredSecrets secrets;
  private final Clock clock;
  private final Duration timeout;

  @Inject
  SendMessage(
      Vertx vertx,
      Destinations destinations,
      StoredSecrets secrets,
      Clock clock,
      WebhookConfig config) {
    this(vertx.createHttpClient(options()), destinations, secrets, clock, config);
  }

  SendMessage(
      HttpClient client,
      Destinations destinations,
      StoredSecrets secrets,
      Clock clock,
      WebhookConfig config) {
    this.client = client;
    this.destinations = destinations;
    this.secrets = secrets;
    this.clock = clock;
    this.timeout = config.patience();
  }

  static HttpClientOptions options() {
    return new HttpClientOptions()
        .setKeepAlive(false)
        .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
  }

  /**
   * A receiver's response.
   *
   * @param retryAfter the pause that the receiver requests, if the status allows one
   */
  public record Answer(int status, Optional<Duration> retryAfter) {}

  /**
   * Sends a message and returns the receiver's response.
   *
   * @throws org.lecturehighlights.platform.problem.Problem {@code WEBHOOK_URL_REFUSED} or {@code
   *     NOT_CONFIGURED}
   * @throws ExecutionException if there was no response
   */
  public Answer send(Message message) throws ExecutionException, InterruptedException {
    URI target = URI.create(message.url());
    InetSocketAddress address = destinations.resolve(target);
    String secret = secrets.open(message.secret());
    long now = clock.instant().getEpochSecond();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(address))
            .setHost(target.getHost())
            .setPort(Destinations.port(target))
            .setSsl(Destinations.isSecure(target))
            .setURI(pathOf(target))
            .setFollowRedirects(false)
            .putHeader("Content-Type", "application/json")
            .putHeader("User-Agent", "lecture-highlight-extractor")
            .putHeader("webhook-id", message.deliveryId())
            .putHeader("webhook-timestamp", Long.toString(now))
            .putHeader(
                "webhook-signature",
                Signature.of(secret, message.deliveryId(), now, message.body()));
    return client
        .request(options)
        .compose(request -> answer(request, message.body()))
        .toCompletionStage()
        .toCompletableFuture()
        .get();
  }

  private Future<Answer> answer(HttpClientRequest request, String body) {
    return request
        .send(body)
        .map(this::answer)
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .onComplete(_ -> request.connection().close());
  }

  /** Reads only the head; the body is cut off on purpose, so errors in it are ignored. */
  private Answer answer(HttpClientResponse response) {
    response.exceptionHandler(_ -> {});
    int status = response.statusCode();
    return new Answer(
        status,
        RETRY_LATER.contains(status)
            ? RetryAfter.of(response.getHeader("Retry-After"), clock.instant())
            : Optional.empty());
  }

  private static String pathOf(URI target) {
    String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
    return target.getRawQuery() == null ? path : path + "?" + target.getRawQuery();
  }

  /**
   * One message for one receiver.
   *
   * @param secret in the form in which it is stored
   */
  public record Message(String deliveryId, String url, String secret, String body) {
    @Override
    public String toString() {
      return deliveryId; // The secret must not appear in logs.
    }
  }
}
