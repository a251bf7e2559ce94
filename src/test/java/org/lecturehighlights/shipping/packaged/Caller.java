package org.lecturehighlights.shipping.packaged;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * Who calls a service.
 *
 * @param token of this user; empty for nobody
 */
record Caller(URI root, String token) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  RequestSpecification request() {
    RequestSpecification request = given().baseUri(root.toString()).urlEncodingEnabled(false);
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  JsonPath get(String path) {
    return request().get(path).then().statusCode(200).extract().jsonPath();
  }

  /** Hands a lecture in; returns its job. */
  String submit(SampleLecture lecture) {
    return request()
        .multiPart("file", lecture.video().toFile(), "video/mp4")
        .multiPart("captions", lecture.captions().toFile(), "text/vtt")
        .multiPart("clip_count", "2")
        .multiPart("clip_min_seconds", "4")
        .multiPart("clip_max_seconds", "12")
        .post("/api/v1/jobs")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .extract()
        .path("job_id");
  }

  /** The job when it has begun. */
  JsonPath begun(String job) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> get("/api/v1/jobs/" + job), seen -> !seen.getString("status").equals("queued"));
  }

  /** The results of the job, when it is completed. */
  JsonPath results(String job) {
    JsonPath end =
        await()
            .atMost(PATIENCE)
            .until(
                () -> get("/api/v1/jobs/" + job),
                seen -> !List.of("queued", "running").contains(seen.getString("status")));
    assertThat(end.getString("status")).as(end.prettify()).isEqualTo("completed");
    return get("/api/v1/results/" + job);
  }

  /** The lines of the job's stream until it ends. */
  List<String> events(String job) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(root.resolve("/api/v1/jobs/" + job + "/events"))
            .timeout(PATIENCE)
            .header("Accept", "text/event-stream");
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofLines()).body().toList();
    }
  }
}
