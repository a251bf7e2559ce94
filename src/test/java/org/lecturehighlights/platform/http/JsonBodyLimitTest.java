package org.lecturehighlights.platform.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.platform.database.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class JsonBodyLimitTest {
  private static final int LIMIT = 64 << 10;
  private static final String ORDER = "{\"order_name\": \"a\", \"sizes\": []}";

  @Test
  void a_body_of_the_largest_size_is_read() {
    given()
        .contentType("application/json")
        .body(padded(LIMIT))
        .post("/api/v1/trouble")
        .then()
        .statusCode(200);
  }

  @Test
  void a_body_beyond_it_is_refused() {
    given()
        .contentType("application/json; charset=utf-8")
        .body(padded(LIMIT + 1))
        .post("/api/v1/trouble")
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("error.code", equalTo("BODY_TOO_LARGE"))
        .body("detail", equalTo("Send no more than 65536 bytes of JSON."));
  }

  @Test
  void other_bodies_may_be_larger() {
    given()
        .contentType("application/octet-stream")
        .body(new byte[3 * LIMIT])
        .post("/api/v1/trouble/bytes")
        .then()
        .statusCode(200)
        .body(equalTo(Integer.toString(3 * LIMIT)));
  }

  @Test
  void a_declared_body_is_refused_before_it_comes() throws IOException {
    try (Socket socket = connect("Content-Length: " + (LIMIT + 1))) {
      assertThat(rest(socket)).startsWith("HTTP/1.1 413").contains("BODY_TOO_LARGE");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 1_000, LIMIT})
  void what_comes_in_chunks_is_read_as_far_as_the_limit(int size) throws IOException {
    try (Socket socket = connect("Connection: close\r\nTransfer-Encoding: chunked")) {
      send(socket, padded(size));
      socket.getOutputStream().write("0\r\n\r\n".getBytes(US_ASCII));
      assertThat(rest(socket)).startsWith("HTTP/1.1 200").contains("written_at");
    }
  }

  @Test
  void a_body_in_chunks_that_does_not_end_is_cut_off() throws IOException {
    try (Socket socket = connect("Transfer-Encoding: chunked")) {
      send(socket, padded(LIMIT + 1));
      // No end of the body: the answer and the end of the connection come nevertheless.
      assertThat(rest(socket)).startsWith("HTTP/1.1 413").contains("BODY_TOO_LARGE");
    }
  }

  @Test
  void an_empty_body_in_chunks_is_what_an_empty_body_is() throws IOException {
    try (Socket socket = connect("Connection: close\r\nTransfer-Encoding: chunked")) {
      socket.getOutputStream().write("0\r\n\r\n".getBytes(US_ASCII));
      assertThat(rest(socket)).startsWith("HTTP/1.1 400");
    }
  }

  private static String padded(int size) {
    return ORDER + " ".repeat(size - ORDER.length());
  }

  private static Socket connect(String header) throws IOException {
    Socket socket = new Socket("localhost", RestAssured.port);
    socket.setSoTimeout(30_000);
    socket
        .getOutputStream()
        .write(
            "POST /api/v1/trouble HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n%s\r\n\r\n"
                .formatted(header)
                .getBytes(US_ASCII));
    return socket;
  }

  private static void send(Socket socket, String chunk) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write("%x\r\n%s\r\n".formatted(chunk.length(), chunk).getBytes(US_ASCII));
    out.flush();
  }

  /** All until the server closes, gently or not. */
  private static String rest(Socket socket) throws IOException {
    StringBuilder answer = new StringBuilder();
    byte[] bytes = new byte[4096];
    try {
      for (int n = socket.getInputStream().read(bytes); n >= 0; ) {
        answer.append(new String(bytes, 0, n, UTF_8));
        n = socket.getInputStream().read(bytes);
      }
    } catch (SocketException closed) {
      // What was not read makes the end an abrupt one.
    }
    return answer.toString();
  }
}
