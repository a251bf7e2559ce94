package org.lecturehighlights.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every flood that a caller with a token can send. */
final class Floods {
  private static final byte[] FIELD = "a".repeat(64 << 10).getBytes(ISO_8859_1);
  private static final String FORM = "Content-Type: multipart/form-data; boundary=x\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";

  private final int port;
  private final Supplier<String> bearer;
  private final Random random;
  private @Nullable String upload;

  /**
   * @param bearer makes the header with a token
   */
  Floods(int port, Supplier<String> bearer, long seed) {
    this.port = port;
    this.bearer = bearer;
    this.random = new Random(seed);
  }

  List<Flood> all() {
    return List.of(
        new Flood("990 fields of 64 KB", 6, _ -> fields()),
        new Flood("part headers without end", 6, _ -> headers()),
        new Flood("1,001 parts", 6, _ -> form("--x\r\nX: y\r\n\r\n\r\n".repeat(1001))),
        new Flood("JSON that trickles in", 300, until -> trickle("/api/v1/upload", JSON, until)),
        new Flood("forms that trickle in", 300, until -> trickle("/api/v1/jobs", FORM, until)),
        new Flood("JSON in chunks without end", 6, _ -> chunks()),
        new Flood(
            "JSON of 64 KB", 16, _ -> json("/api/v1/upload", "[" + "1,".repeat(32_000) + "1]")),
        new Flood("5 bytes announced, 3 MB sent", 6, _ -> moreThanAnnounced()),
        new Flood("captions of 10 MB", 8, _ -> captions()),
        new Flood("announcements beyond the limit", 50, _ -> announce(5)),
        new Flood("invented methods", 8, _ -> inventedMethod()),
        new Flood("values that cannot be stored", 8, _ -> unstorable()),
        new Flood("probes", 8, _ -> get("/q/health/ready")));
  }

  private RawRequest open(String method, String target, String headers) throws IOException {
    return new RawRequest(port).head(method, target, bearer.get() + headers);
  }

  private int form(String body) throws IOException {
    try (RawRequest request = open("POST", "/api/v1/jobs", FORM + length(body.length()))) {
      return request.send(body.getBytes(ISO_8859_1)).status();
    }
  }

  private int fields() throws IOException {
    byte[] head =
        "--x\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\n".getBytes(ISO_8859_1);
    long length = 990L * (head.length + FIELD.length + 2);
    try (RawRequest request = open("POST", "/api/v1/jobs", FORM + length(length))) {
      for (int i = 0; i < 990 && !request.isAnswered(); i++) {
        request.send(head).send(FIELD).send(new byte[] {'\r', '\n'});
      }
      return request.status();
    }
  }

  private int headers() throws IOException {
    try (RawRequest request = open("POST", "/api/v1/jobs", FORM + length(100L << 20))) {
      request.send("--x\r\nX: ".getBytes(ISO_8859_1));
      for (int i = 0; i < 1600 && !request.isAnswered(); i++) {
        request.send(FIELD);
      }
      return request.status();
    }
  }

  private int chunks() throws IOException {
    try (RawRequest request =
        open("POST", "/api/v1/upload", JSON + "Transfer-Encoding: chunked\r\n")) {
      for (int i = 0; i < 1600 && !request.isAnswered(); i++) {
        request
            .send("10000\r\n".getBytes(ISO_8859_1))
            .send(FIELD)
            .send("\r\n".getBytes(ISO_8859_1));
      }
      return request.status();
    }
  }

  /** A byte a second, which holds the connection for as long as the server lets it. */
  private int trickle(String path, String type, long until)
      throws IOException, InterruptedException {
    try (RawRequest request = open("POST", path, type + length(100_000))) {
      while (System.nanoTime() < until && !request.isAnswered()) {
        request.send(new byte[] {' '});
        Thread.sleep(1_000);
      }
      return request.isAnswered() ? request.status() : 408;
    }
  }

  private int json(String path, String body) throws IOException {
    try (RawRequest request = open("POST", path, JSON + length(body.length()))) {
      return request.send(body.getBytes(ISO_8859_1)).status();
    }
  }

  private int announce(long size) throws IOException {
    return json("/api/v1/upload", announcement(size));
  }

  private static String announcement(long size) {
    return "{\"filename\": \"a.mp4\", \"file_size\": %d, \"content_type\": \"video/mp4\"}"
        .formatted(size);
  }

  /** The upload that all bytes go to, since there cannot be many. */
  private synchronized String upload() throws IOException {
    String known = upload;
    if (known == null) {
      known = announced();
      upload = known;
    }
    return known;
  }

  private String announced() throws IOException {
    String body = announcement(5);
    try (RawRequest request =
        open("POST", "/api/v1/upload", JSON + "Connection: close\r\n" + length(body.length()))) {
      String answer = request.send(body.getBytes(ISO_8859_1)).answer(1 << 16);
      int name = answer.indexOf("\"job_id\":\"");
      if (name < 0) {
        throw new IOException("no upload could be announced: " + answer);
      }
      return answer.substring(name + 10, answer.indexOf('"', name + 10));
    }
  }

  private int moreThanAnnounced() throws IOException {
    String path = "/api/v1/upload/" + upload() + "/file";
    try (RawRequest request = open("PUT", path, "Content-Type: video/mp4\r\n" + length(3L << 20))) {
      for (int i = 0; i < 48 && !request.isAnswered(); i++) {
        request.send(FIELD);
      }
      return request.status();
    }
  }

  private int captions() throws IOException {
    String path = "/api/v1/upload/" + upload() + "/captions";
    try (RawRequest request = open("PUT", path, "Content-Type: text/vtt\r\n" + length(10L << 20))) {
      for (int i = 0; i < 160 && !request.isAnswered(); i++) {
        request.send(FIELD);
      }
      return request.status();
    }
  }

  private int inventedMethod() throws IOException {
    String method = Long.toString(random.nextLong() >>> 1, 36).toUpperCase(Locale.ROOT);
    try (RawRequest request = open(method, "/api/v1/jobs", "")) {
      return request.status();
    }
  }

  private int unstorable() throws IOException {
    return switch (random.nextInt(5)) {
      case 0 -> get("/api/v1/jobs?q=%00");
      case 1 -> json("/api/v1/webhooks", "{\"url\": \"https://example.org/\", \"events\": [null]}");
      case 2 -> json("/api/v1/upload", announcement(5).replace("a.mp4", "\\u0000.mp4"));
      case 3 -> get("/api/v1/jobs?cursor=" + cursor("-created_at\n1\n+1000000000-01-01T00:00:00Z"));
      default ->
          form(
              "--x\r\nContent-Disposition: form-data; name=\"prompt\"\r\n"
                  + "Content-Type: text/plain; charset=utf-7\r\n\r\na\r\n--x--\r\n");
    };
  }

  private static String cursor(String plain) {
    return URLEncoder.encode(
        Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(ISO_8859_1)),
        StandardCharsets.US_ASCII);
  }

  private int get(String target) throws IOException {
    try (RawRequest request = open("GET", target, "")) {
      return request.status();
    }
  }

  private static String length(long bytes) {
    return "Content-Length: " + bytes + "\r\n";
  }
}
