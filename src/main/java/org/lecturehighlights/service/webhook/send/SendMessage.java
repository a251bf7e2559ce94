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
 * Sends one message to the address that was checked; TLS and the Host header go by the name. Of the
 * answer only the head is read, redirects are not followed, and no connection is used twice.
 */
@Singleton
public class SendMessage {
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);

  /** The statuses with which {@code Retry-After} says when to come again. */
  private static final Set<Integer> LATER = Set.of(429, 503);

  private final HttpClient client;
  private final Destinations destinations;
  private final StoredSecrets secrets;
  private final Clock clock;
  private final Duration patience;

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
    this.patience = config.patience();
  }

  static HttpClientOptions options() {
    return new HttpClientOptions()
        .setKeepAlive(false)
        .setConnectTimeout((int) TO_CONNECT.toMillis());
  }

  /**
   * What a receiver said.
   *
   * @param comeAgain how long it wants to be left alone, if it says so with a status for that
   */
  public record Answer(int status, Optional<Duration> comeAgain) {}

  /**
   * The receiver's answer.
   *
   * @throws org.lecturehighlights.platform.problem.Problem {@code WEBHOOK_URL_REFUSED} or {@code
   *     NOT_CONFIGURED}
   * @throws ExecutionException where no answer came
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
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .onComplete(_ -> request.connection().close());
  }

  /** The rest of the answer is cut off on purpose, which is nothing to log. */
  private Answer answer(HttpClientResponse response) {
    response.exceptionHandler(_ -> {});
    int status = response.statusCode();
    return new Answer(
        status,
        LATER.contains(status)
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
   * @param secret as it is stored
   */
  public record Message(String deliveryId, String url, String secret, String body) {
    @Override
    public String toString() {
      return deliveryId; // The secret does not belong into a log.
    }
  }
}
