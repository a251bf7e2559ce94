package org.lecturehighlights.app.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.service.clip.SampleResults;

/**
 * Every operation gets hundreds of requests that are made from its description and then corrupted:
 * none may break the server or get an answer that the document does not have. A failure names its
 * request and the seed; {@code -Dfuzz.seed} repeats it, {@code -Dfuzz.requests} sends more.
 */
@QuarkusTest
class ApiFuzzTest {
  private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 200);
  private static final int AT_ONCE = 4;

  @Inject SampleResults results;
  @Inject SampleJobs jobs;

  private final Contract contract = WatchContract.contract();

  @Test
  void no_request_breaks_the_server_or_its_contract() throws Exception {
    System.out.printf("fuzz: -Dfuzz.seed=%d -Dfuzz.requests=%d%n", SEED, REQUESTS);
    Map<String, String> found = new TreeMap<>();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (ApiOperation operation : contract.operations()) {
        FuzzRequests requests = new FuzzRequests(contract.document(), operation, known());
        List<Future<List<Violation>>> answers = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
          FuzzRequest request =
              requests.next(SEED * 31 + operation.toString().hashCode() + i * 7919L);
          answers.add(threads.submit(() -> violations(client, operation, request)));
        }
        for (Future<List<Violation>> answer : answers) {
          answer.get().forEach(one -> found.putIfAbsent(operation + " " + one.what(), one.told()));
        }
      }
    }
    assertThat(found.values()).as("one for each, with seed %d", SEED).isEmpty();
    given().get("/q/health/live").then().statusCode(200);
    given().get("/api/v1/jobs").then().statusCode(200);
  }

  /** The ids of one job for each state that matters. */
  private List<Map<String, String>> known() {
    String completed = results.job();
    return List.of(
        Map.of(
            "job_id", completed,
            "clip_id", SampleResults.clipId(completed, 1),
            "key", SampleResults.key(completed, 1, "mp4")),
        Map.of("job_id", jobs.insert("pending"), "clip_id", SampleResults.clipId(completed, 2)),
        Map.of("job_id", jobs.insert("failed"), "clip_id", "clip_none"),
        Map.of("job_id", upload(), "webhook_id", webhook()));
  }

  /** The id of an upload that waits for bytes. */
  private static String upload() {
    String address =
        given()
            .header("Tus-Resumable", "1.0.0")
            .header("Upload-Length", "20000")
            .header("Upload-Metadata", "filename YS5tcDQ=")
            .post("/api/v1/uploads")
            .header("Location");
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private String webhook() {
    String id = "webhook_" + UUID.randomUUID();
    jobs.execute(
        """
        insert into webhook (webhook_id, url, secret, events, created_at)
        values (?, 'https://lectures.example.org/', 'whsec_', '[]', now())
        """,
        id);
    return id;
  }

  /** Removes webhooks, because their number is limited. */
  @AfterEach
  void forgetWebhooks() {
    jobs.execute("delete from webhook where owner is null");
  }

  private record Violation(String what, String told) {}

  private List<Violation> violations(HttpClient client, ApiOperation operation, FuzzRequest request)
      throws InterruptedException {
    URI server = URI.create("http://localhost:" + RestAssured.port);
    try {
      HttpResponse<InputStream> response = send(client, request.to(server));
      try (InputStream body = response.body()) {
        return judged(operation, request, response, body);
      }
    } catch (IOException e) {
      return List.of(new Violation(e.toString(), request + ": " + e));
    }
  }

  /**
   * A server that has refused a body closes the connection, on which this client may already have
   * begun the next request. Such a request is sent again on a connection of its own, where it must
   * be answered.
   */
  private static HttpResponse<InputStream> send(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException closed) {
      HttpClient fresh = HttpClient.newBuilder().version(client.version()).build();
      return fresh.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }
  }

  private List<Violation> judged(
      ApiOperation operation,
      FuzzRequest request,
      HttpResponse<InputStream> response,
      InputStream body)
      throws IOException {
    String type = response.headers().firstValue("Content-Type").orElse(null);
    // Media and streams are documented by their type alone.
    String text =
        Answer.isJson(type) ? new String(body.readAllBytes(), StandardCharsets.UTF_8) : "";
    List<String> violations =
        new ArrayList<>(
            contract.violations(
                new Answer(
                    request.method(),
                    response.uri().getRawPath(),
                    response.statusCode(),
                    type,
                    response.headers().firstValue("Allow").orElse(null),
                    text)));
    boolean isMeant = response.statusCode() == 501 && operation.node().path("responses").has("501");
    if (response.statusCode() >= 500 && !isMeant) {
      violations.add("status %d".formatted(response.statusCode()));
    }
    return violations.stream()
        .map(what ->
            new Violation(
                what,
                "%s%n  %s%n  %d %.500s".formatted(what, request, response.statusCode(), text)))
        .toList();
  }
}
