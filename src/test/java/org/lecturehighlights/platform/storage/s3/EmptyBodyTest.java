package org.lecturehighlights.platform.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class EmptyBodyTest {
  @Test
  void only_bodies_with_bytes_are_announced() throws IOException {
    Map<String, String> announced = new ConcurrentHashMap<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          announced.put(
              exchange.getRequestURI().getPath(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Expect")));
          exchange.sendResponseHeaders(200, -1);
        });
    server.start();
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (S3Storage storage =
        new S3Storage(
            new S3Server.Config(
                Optional.of("lectures"), Optional.of(endpoint), Optional.of("secret")))) {
      storage.put("empty", new ByteArrayInputStream(new byte[0]), 0);
      storage.put("full", new ByteArrayInputStream("a".getBytes(UTF_8)), 1);
    } finally {
      server.stop(0);
    }
    assertThat(announced)
        .containsEntry("/lectures/empty", "null")
        .containsEntry("/lectures/full", "100-continue");
  }
}
