package org.lecturehighlights.service.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A fake webhook receiver; keeps the requests it receives and answers as configured. */
public final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<ReceivedRequest> heard = new CopyOnWriteArrayList<>();

  /** The configured response. */
  public interface Answer {
    void to(HttpExchange exchange, int earlierOnes) throws IOException;
  }

  /** A request. */
  public record ReceivedRequest(String path, Map<String, String> headers, String body) {}

  public Receiver(Answer answer) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
          exchange.getRequestHeaders().forEach((name, all) -> headers.put(name, all.getFirst()));
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          int earlierOnes = heard.size();
          heard.add(new ReceivedRequest(exchange.getRequestURI().toString(), headers, body));
          try (exchange) {
            answer.to(exchange, earlierOnes);
          }
        });
    server.start();
  }

  /** A receiver that always answers with this status. */
  public static Receiver answering(int status) throws IOException {
    return new Receiver((exchange, _) -> exchange.sendResponseHeaders(status, -1));
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public List<ReceivedRequest> heard() {
    return heard;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
