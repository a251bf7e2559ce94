package org.lecturehighlights.service.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callers who vanish amid their bytes are no incident for the operator. */
@QuarkusTest
@TestProfile(UploadProfile.class)
class CutConnectionTest {
  private static final Logger LOG =
      Logger.getLogger("org.lecturehighlights.platform.http.ProblemMapper");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<LogRecord> said = new CopyOnWriteArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord one) {
          said.add(one);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOG.setLevel(Level.FINE);
    LOG.addHandler(listener);
  }

  @AfterEach
  void forget() {
    LOG.removeHandler(listener);
    LOG.setLevel(null);
  }

  @Test
  void a_connection_that_is_cut_is_no_incident() throws IOException {
    String path =
        given()
            .header("Tus-Resumable", "1.0.0")
            .header("Upload-Length", "1000")
            .header("Upload-Metadata", "filename bGVjdHVyZS5tcDQ=")
            .post("/api/v1/uploads")
            .header("Location")
            .replaceFirst("https?://[^/]+", "");
    try (RawHttp http = new RawHttp()) {
      http.head(
          "PATCH",
          path,
          "Tus-Resumable",
          "1.0.0",
          "Upload-Offset",
          "0",
          "Content-Type",
          "application/offset+octet-stream",
          "Content-Length",
          "1000");
      http.send(new byte[500]);
      await()
          .atMost(PATIENCE)
          .until(
              () -> given().header("Tus-Resumable", "1.0.0").head(path).header("Upload-Offset"),
              "500"::equals);
      http.cut();
    }
    await().atMost(PATIENCE).until(() -> !said.isEmpty());
    assertThat(said).allMatch(one -> one.getLevel().intValue() <= Level.FINE.intValue());
  }
}
