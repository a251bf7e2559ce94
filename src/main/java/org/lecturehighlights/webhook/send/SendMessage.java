package org.lecturehighlights.webhook.send;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Sends one message to the address that was checked; TLS and the Host header go by the name. Of the
 * answer only the status is read, redirects are not followed, and no connection is used twice.
 */
@Singleton
public class SendMessage {
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);

  private final HttpClient client;
  private final Destinations destinations;
  private final Clock clock;
  private final Duration patience;

  SendMessage(Vertx vertx, Destinations destinations, Clock clock, WebhookConfig config) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout((int) TO_CONNECT.toMillis()));
    this.destinations = destinations;
    this.clock = clock;
    this.patience = config.patience();
  }

  /**
   * The status that the receiver answered with.
   *
   * @throws org.lecturehighlights.problem.Problem {@code WEBHOOK_URL_REFUSED}
   * @throws ExecutionException where no answer came
   */
  public int send(Message message) throws ExecutionException, InterruptedException {
    URI target = URI.create(message.url());
    InetSocketAddress address = destinations.resolve(target);
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
                Signature.of(message.secret(), message.deliveryId(), now, message.body()));
    return client
        .request(options)
        .compose(request -> status(request, message.body()))
        .toCompletionStage()
        .toCompletableFuture()
        .get();
  }

  private Future<Integer> status(HttpClientRequest request, String body) {
    return request
        .send(body)
        .map(SendMessage::status)
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .onComplete(_ -> request.connection().close());
  }

  /** The rest of the answer is cut off on purpose, which is nothing to log. */
  private static int status(HttpClientResponse response) {
    response.exceptionHandler(_ -> {});
    return response.statusCode();
  }

  private static String pathOf(URI target) {
    String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
    return target.getRawQuery() == null ? path : path + "?" + target.getRawQuery();
  }

  /** One message for one receiver. */
  public record Message(String deliveryId, String url, String secret, String body) {
    @Override
    public String toString() {
      return deliveryId; // The secret does not belong into a log.
    }
  }
}
