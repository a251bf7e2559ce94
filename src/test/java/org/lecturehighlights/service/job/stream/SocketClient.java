package org.lecturehighlights.service.job.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket client that keeps the messages it receives. */
public final class SocketClient implements WebSocket.Listener, AutoCloseable {
  private static final long TIMEOUT_SECONDS = 20;

  private final LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final CompletableFuture<String> reason = new CompletableFuture<>();
  private final StringBuilder parts = new StringBuilder();
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;

  /**
   * @param address relative to the server's root, such as {@code ws/jobs/job_1?token=…}
   */
  public SocketClient(URL server, String address) throws Exception {
    URI target = URI.create(server.toString().replaceFirst("^http", "ws")).resolve("/" + address);
    socket =
        client
            .newWebSocketBuilder()
            .buildAsync(target, this)
            .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  void say(String text) throws Exception {
    socket.sendText(text, true).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  /** The next message. */
  public JsonPath hear() throws InterruptedException {
    String message = received.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    assertThat(message).as("the next message").isNotNull();
    return JsonPath.from(message);
  }

  /** The code with which the server closed the connection. */
  int closeCode() throws Exception {
    return closed.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  /** What the server said when it ended it. */
  String closeReason() throws Exception {
    return reason.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    parts.append(data);
    if (last) {
      received.add(parts.toString());
      parts.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    this.reason.complete(reason);
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    closed.completeExceptionally(failure);
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
  }
}
