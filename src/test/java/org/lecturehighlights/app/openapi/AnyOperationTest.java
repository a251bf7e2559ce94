package org.lecturehighlights.app.openapi;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.service.clip.SampleResults;

/**
 * Tests what the document says about every operation of a kind, on each of them. What it says about
 * single operations is tested in their rooms; {@link EveryAnswerIT} counts both.
 */
@QuarkusTest
class AnyOperationTest {
  @Inject SampleResults results;
  @Inject SampleJobs jobs;

  private final Contract contract = WatchContract.contract();

  @Test
  void a_nul_character_in_the_address_is_malformed() {
    every("400", Map.of(), "?x=%00", "[A-Z]+", this::existing);
  }

  @Test
  void an_unknown_accepted_content_type_answers_406() {
    every("406", Map.of("Accept", "application/x-nothing"));
  }

  @Test
  void a_body_with_an_invalid_content_type_is_not_read() {
    every("415", Map.of("Content-Type", "nonsense"));
  }

  @Test
  void a_matching_etag_answers_304() {
    every("304", Map.of("If-None-Match", "*"));
  }

  @Test
  void a_part_of_a_file_is_served() {
    every("206", Map.of("Range", "bytes=0-3"));
  }

  @Test
  void a_range_beyond_the_end_of_a_file_is_refused() {
    every("416", Map.of("Range", "bytes=999999999-"));
  }

  @Test
  void failing_preconditions_and_unsupported_versions_answer_412() {
    every("412", Map.of("If-Match", "\"other\"", "Tus-Resumable", "0.0.1"));
  }

  @Test
  void there_are_no_results_before_the_job_has_ended() {
    every("409", Map.of(), "", "GET", _ -> Map.of("job_id", jobs.insert("pending")));
  }

  @Test
  void expired_uploads_take_no_bytes() {
    every("410", Map.of(), "", "PUT", _ -> Map.of("job_id", jobs.insert("pending")));
  }

  @Test
  void ended_uploads_answer_410() {
    every(
        "410",
        Map.of(),
        "",
        "HEAD|DELETE",
        _ -> {
          String job = jobs.insert("cancelled");
          jobs.execute("update jobs set video_duration = null where job_id = ?", job);
          return Map.of("job_id", job);
        });
  }

  @Test
  void bytes_that_do_not_match_their_checksum_are_refused() {
    every(
        "460",
        Map.of(
            "Upload-Checksum", "sha1 " + "A".repeat(27) + "=",
            "Upload-Length", "9",
            "Upload-Offset", "0",
            "Upload-Metadata", "filename bGVjdHVyZS5tcDQ="));
  }

  @Test
  void an_unforeseen_failure_names_an_incident() {
    every("500", Map.of(BreakOnDemand.HEADER, "please"));
  }

  @Test
  void a_body_that_is_declared_too_large_is_refused() throws IOException {
    for (ApiOperation operation : documenting("413")) {
      String path = filled(operation.path(), existing(operation.path()));
      String head =
          """
          %s %s HTTP/1.1
          Host: localhost
          Connection: close
          Content-Type: %s
          Content-Length: 99000000000

          """
              .formatted(
                  operation.method(),
                  path,
                  operation.body().orElseThrow().getKey().replace("*", "mp4"));
      try (Socket socket = new Socket("localhost", RestAssured.port)) {
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(UTF_8));
        String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
        assertThat(answer).as(operation.toString()).startsWith("HTTP/1.1 413");
        WatchContract.check(
            operation.method(),
            path,
            413,
            Map.of("content-type", "application/problem+json"),
            answer.split("\r\n\r\n", 2)[1]);
      }
    }
  }

  private void every(String status, Map<String, String> headers) {
    every(status, headers, "", "[A-Z]+", this::existing);
  }

  /** Calls each operation that documents this status, with ids of existing things. */
  private void every(
      String status,
      Map<String, String> headers,
      String query,
      String methods,
      Function<String, Map<String, String>> things) {
    SoftAssertions wrong = new SoftAssertions();
    for (ApiOperation operation : documenting(status)) {
      if (operation.method().matches(methods)) {
        Map<String, String> existing = things.apply(operation.path());
        String path = filled(operation.path(), existing);
        wrong
            .assertThatCode(() -> {
              Response answer =
                  request(operation, headers, existing).request(operation.method(), path + query);
              assertThat(answer.statusCode())
                  .as(answer.asString())
                  .isEqualTo(Integer.parseInt(status));
            })
            .as(operation.toString())
            .doesNotThrowAnyException();
      }
    }
    wrong.assertAll();
  }

  /** A request as the document describes it, but with these headers. */
  private static RequestSpecification request(
      ApiOperation operation, Map<String, String> headers, Map<String, String> existing) {
    RequestSpecification request = given().redirects().follow(false).urlEncodingEnabled(false);
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (JsonNode parameter : operation.parameters()) {
      String name = parameter.path("name").asText();
      String value = existing.getOrDefault(name, parameter.path("example").asText());
      if (parameter.path("required").asBoolean() || name.equals("job_id")) {
        switch (parameter.path("in").asText()) {
          case "header" -> all.put(name, value);
          case "query" -> request.queryParam(name, URLEncoder.encode(value, UTF_8));
          default -> {}
        }
      }
    }
    all.putAll(headers);
    operation.body().ifPresent(body -> addBody(request, all, body.getKey(), body.getValue()));
    return request.headers(all);
  }

  private static void addBody(
      RequestSpecification request, Map<String, String> headers, String type, JsonNode described) {
    boolean typed = headers.containsKey("Content-Type");
    if (type.startsWith("multipart/") && !typed) {
      request.multiPart("file", "a.mp4", new byte[9], "video/mp4");
      return;
    }
    headers.putIfAbsent("Content-Type", type.replace("*", "mp4"));
    request.body(described.path("example").toString().getBytes(UTF_8));
  }

  private List<ApiOperation> documenting(String status) {
    List<ApiOperation> found =
        contract.operations().stream().filter(one -> one.statuses().contains(status)).toList();
    assertThat(found).isNotEmpty();
    return found;
  }

  private static String filled(String path, Map<String, String> existing) {
    String filled = path;
    for (var name : existing.entrySet()) {
      filled = filled.replace("{" + name.getKey() + "}", name.getValue());
    }
    return filled.replaceAll("\\{[a-z_]+}", "1");
  }

  private Map<String, String> existing(String path) {
    if (path.startsWith("/api/v1/upload") || path.endsWith("/retry")) {
      String job = jobs.insert(path.endsWith("/retry") ? "failed" : "pending");
      jobs.execute("update jobs set created_at = now(), updated_at = now() where job_id = ?", job);
      results.put(SampleResults.uploadKey(job), SampleResults.LECTURE);
      return Map.of("job_id", job);
    }
    String job = results.job();
    String webhook = "webhook_" + job;
    jobs.execute(
        """
        insert into webhook (webhook_id, url, secret, events, created_at, owner)
        values (?, 'https://lectures.example.org/', 'whsec_', '[]', now(), ?)
        """,
        webhook,
        job);
    return Map.of(
        "job_id",
        job,
        "clip_id",
        SampleResults.clipId(job, 1),
        "number",
        "1",
        "webhook_id",
        webhook,
        "key",
        SampleResults.key(job, 1, "mp4"));
  }
}
