package org.lecturehighlights.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.lecturehighlights.platform.database.ThrowawayPostgres;

/** How long a process goes on that has run out of memory, where its limits were lifted. */
final class ProvokedOutOfMemory {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int CHUNKS = 8_000;

  private ProvokedOutOfMemory() {}

  static Finding measure(Path folder) throws IOException, InterruptedException {
    try (Server server =
        Server.start(
            folder,
            "out-of-memory",
            ThrowawayPostgres.freshDatabase(),
            Map.of(
                "LECTURE_ROLES", "api",
                "LECTURE_JSON_MAX_SIZE", "1G",
                "LECTURE_BODY_MEMORY", "4G",
                "LECTURE_BODY_DEADLINE", "5M"))) {
      long lastSent = fill(server);
      boolean ended = server.endsWithin(PATIENCE);
      double seconds = (System.nanoTime() - lastSent) / 1e9;
      return Finding.atMost(
          5,
          "a process without memory ends by itself after",
          ended ? seconds : Double.POSITIVE_INFINITY,
          "s",
          ended ? "exit code " + server.exitCode() : "it did not end");
    }
  }

  /** Sends JSON until the process dies; when that was. */
  private static long fill(Server server) throws IOException {
    byte[] part = "\"aaaaaaa\",".repeat(13_000).getBytes(ISO_8859_1);
    long lastSent = System.nanoTime();
    try (RawRequest request = new RawRequest(server.port())) {
      request.head(
          "POST",
          "/api/v1/upload",
          "Content-Type: application/json\r\nContent-Length: "
              + (long) CHUNKS * part.length
              + "\r\n");
      for (int i = 0; i < CHUNKS; i++) {
        request.send(part);
        lastSent = System.nanoTime();
      }
    } catch (IOException _) {
      // It is gone, as it should be.
    }
    return lastSent;
  }
}
