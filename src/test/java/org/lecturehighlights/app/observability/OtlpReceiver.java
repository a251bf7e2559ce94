package org.lecturehighlights.app.observability;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * A collector of traces that keeps what it receives; the application learns its address by the
 * usual variable.
 */
public final class OtlpReceiver implements QuarkusTestResourceLifecycleManager {
  private static final ConcurrentLinkedQueue<ReceivedSpan> SPANS = new ConcurrentLinkedQueue<>();

  @SuppressWarnings("NullAway.Init") // the framework calls start first
  private HttpServer server;

  static List<ReceivedSpan> spans() {
    return List.copyOf(SPANS);
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/traces", OtlpReceiver::receive);
    server.start();
    return Map.of(
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "http://localhost:" + server.getAddress().getPort(),
        "OTEL_EXPORTER_OTLP_PROTOCOL",
        "http/protobuf",
        "quarkus.otel.bsp.schedule.delay",
        "100ms");
  }

  private static void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      SPANS.addAll(ReceivedSpan.ofRequest(exchange.getRequestBody().readAllBytes()));
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
