package org.lecturehighlights.app.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.service.upload.RawHttp;

/** Bodies that arrive slowly, or too many at once, stop nobody else. */
@QuarkusTest
@TestProfile(SlowBodiesTest.Impatient.class)
class SlowBodiesTest {
  private static final int THREADS = 8;

  /** A server with few threads, little memory and no patience. */
  public static final class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "lecture.roles", "api",
          "lecture.body.deadline", "2S",
          "lecture.body.patience", "2S",
          "lecture.body.least-rate", "1K",
          "lecture.body.memory", "200K",
          "quarkus.thread-pool.max-threads", Integer.toString(THREADS),
          "quarkus.vertx.worker-pool-size", Integer.toString(THREADS),
          "lecture.storage.directory", "target/slow-bodies/storage",
          "lecture.storage.work-directory", "target/slow-bodies/work",
          "quarkus.http.body.uploads-directory", "target/slow-bodies/uploads");
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(PostgresResource.class));
    }
  }

  @Inject SampleJobs jobs;

  private final Contract contract = WatchContract.contract();

  @Test
  void every_operation_with_a_body_stops_waiting_for_it() throws IOException {
    for (ApiOperation operation : contract.operations()) {
      if (operation.statuses().contains("408")) {
        try (RawHttp silent = beginning(operation)) {
          RawHttp.Answer answer = silent.answer(true);
          assertThat(answer.status()).as(operation + " " + answer.body()).isEqualTo(408);
          assertThat(answer.body()).contains("BODY_TOO_SLOW");
        }
      }
    }
  }

  @Test
  void a_body_that_trickles_in_is_measured_on_average() throws IOException, InterruptedException {
    try (RawHttp slow = put(pending(), 10)) {
      Thread writer =
          Thread.startVirtualThread(() -> {
            try {
              for (int i = 0; i < 9; i++) {
                slow.send(new byte[1]);
                Thread.sleep(700);
              }
            } catch (IOException | InterruptedException _) {
              // The server has hung up, as it should.
            }
          });
      assertThat(slow.answer(true).status()).isEqualTo(408);
      writer.interrupt();
      writer.join();
    }
  }

  @Test
  void bodies_that_trickle_in_hold_no_thread() throws IOException {
    List<RawHttp> connections = new ArrayList<>();
    try {
      for (int i = 0; i < 6 * THREADS; i++) {
        connections.add(announcement(100).send("{".getBytes()));
      }
      given().get("/api/v1/jobs").then().statusCode(200);
      given().get("/q/health/ready").then().statusCode(200);
      for (RawHttp connection : connections) {
        assertThat(connection.isAnswered()).as("still waiting for its body").isFalse();
      }
    } finally {
      for (RawHttp connection : connections) {
        connection.close();
      }
    }
  }

  @Test
  void bodies_beyond_the_memory_for_them_are_told_to_come_back() throws IOException {
    List<RawHttp> large = new ArrayList<>();
    try {
      for (int i = 0; i < 5; i++) {
        large.add(announcement(60_000).send(new byte[50_000]));
      }
      RawHttp.Answer refused = anyAnswer(large);
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.body()).contains("SERVER_BUSY");
      assertThat(refused.header("Retry-After")).isEqualTo("5");
    } finally {
      for (RawHttp connection : large) {
        connection.close();
      }
    }
    await()
        .untilAsserted(() ->
            given()
                .contentType("application/json")
                .body("{\"filename\": \"" + "a".repeat(50_000) + "\"}")
                .post("/api/v1/upload")
                .then()
                .statusCode(400));
  }

  private static RawHttp.Answer anyAnswer(List<RawHttp> connections) throws IOException {
    await().until(() -> connections.stream().anyMatch(RawHttp::isAnswered));
    return connections.stream().filter(RawHttp::isAnswered).findFirst().orElseThrow().answer(true);
  }

  private static RawHttp announcement(int length) throws IOException {
    return new RawHttp()
        .head(
            "POST",
            "/api/v1/upload",
            "Content-Type",
            "application/json",
            "Content-Length",
            Integer.toString(length));
  }

  private static RawHttp put(String job, int length) throws IOException {
    return new RawHttp()
        .head(
            "PUT",
            "/api/v1/upload/" + job + "/file",
            "Content-Type",
            "video/mp4",
            "Content-Length",
            Integer.toString(length));
  }

  private RawHttp beginning(ApiOperation operation) throws IOException {
    String type =
        operation.body().orElseThrow().getKey().replace("*/*", "video/mp4").replace("*", "mp4");
    String path = operation.path().replace("{job_id}", pending()).replaceAll("\\{[a-z_]+}", "1");
    return new RawHttp()
        .head(
            operation.method(),
            path,
            "Content-Type",
            type.startsWith("multipart/") ? type + "; boundary=x" : type,
            "Content-Length",
            "9",
            "Tus-Resumable",
            "1.0.0",
            "Upload-Length",
            "9",
            "Upload-Offset",
            "0",
            "Upload-Metadata",
            "filename bGVjdHVyZS5tcDQ=");
  }

  private String pending() {
    String job = jobs.insert("pending");
    jobs.execute("update jobs set created_at = now(), updated_at = now() where job_id = ?", job);
    return job;
  }
}
