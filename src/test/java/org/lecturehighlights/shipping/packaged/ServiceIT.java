package org.lecturehighlights.shipping.packaged;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.lecture.media.LectureFixture;
import org.lecturehighlights.lecture.media.MediaProbe;
import org.lecturehighlights.platform.database.script.MigrationScripts;
import org.lecturehighlights.service.job.stream.SocketClient;

/** One lecture through one service with everything on its default. */
class ServiceIT {
  @TempDir static Path directory;
  private static PackagedApplication application;
  private static RunningService service;
  private static Caller caller;
  private static String job;
  private static List<String> events;
  private static JsonPath results;

  @BeforeAll
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  static void a_lecture_becomes_clips() throws Exception {
    application = new PackagedApplication(directory);
    service = application.serve();
    caller = service.caller();
    job = caller.submit(SampleLecture.in(directory, 20));
    events = caller.events(job);
    results = caller.results(job);
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  @Test
  void it_is_ready_and_has_applied_every_migration() throws SQLException {
    for (String root : List.of(service.root().toString(), service.management().toString())) {
      given().get(root + "/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }
    try (var connection =
            DriverManager.getConnection(application.database(), PackagedApplication.user(), "any");
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select version from flyway_schema_history where success"
                    + " order by installed_rank desc limit 1")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1))
          .isEqualTo(MigrationScripts.onClassPath().head().orElseThrow().version());
    }
  }

  @Test
  void its_clips_play_with_subtitles_and_pictures() throws Exception {
    assertThat(results.getList("clips")).isNotEmpty();
    String video = results.getString("clips[0].url");
    Response part = caller.request().header("Range", "bytes=4-7").get(video);
    part.then().statusCode(206).header("Content-Range", startsWith("bytes 4-7/"));
    assertThat(new String(part.asByteArray(), StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    Path clip =
        Files.write(directory.resolve("clip.mp4"), caller.request().get(video).asByteArray());
    assertThat(new MediaProbe(LectureFixture.ffmpeg()).probe(clip).audio()).isPresent();

    assertThat(caller.request().get(results.getString("clips[0].subtitle_url")).asString())
        .startsWith("WEBVTT")
        .contains("explains topic");
    caller
        .request()
        .get(results.getString("clips[0].thumbnail_url"))
        .then()
        .statusCode(200)
        .contentType("image/jpeg");
  }

  @Test
  void its_stream_ends_with_the_jobs_completion() {
    assertThat(events.stream().filter(line -> line.startsWith("data:")).toList().getLast())
        .contains("\"type\":\"complete\"");
  }

  @Test
  void its_socket_tells_of_the_job() throws Exception {
    try (var client = new SocketClient(service.root().toURL(), "ws/jobs/" + job)) {
      assertThat(client.hear().getString("type")).isEqualTo("connected");
      assertThat(client.hear().getString("job_id")).isEqualTo(job);
    }
  }

  @Test
  void it_refuses_as_promised() {
    assertProblem(
        caller.request().contentType("application/json").body("{\"file").post("/api/v1/upload"),
        400,
        "MALFORMED_REQUEST");
    assertProblem(
        caller.request().contentType("application/json").body("{}").post("/api/v1/upload"),
        400,
        "VALIDATION_ERROR");
    assertProblem(caller.request().get("/api/v1/jobs/job_000000000000"), 404, "JOB_NOT_FOUND");
    assertProblem(
        caller.request().contentType("application/json").body("{}").post("/api/v1/jobs"),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
    byte[] text = "This is no video at all. ".repeat(50).getBytes(StandardCharsets.UTF_8);
    assertProblem(
        caller.request().multiPart("file", "text.mp4", text, "video/mp4").post("/api/v1/jobs"),
        422,
        "NOT_A_VIDEO");
  }

  private static void assertProblem(Response answer, int status, String code) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("error.code", equalTo(code))
        .body("detail", notNullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/q/swagger-ui/", "/health", "/q/health/live", "/q/health/started"})
  void its_pages_are_there(String path) {
    caller.request().get(path).then().statusCode(200);
  }

  @Test
  void it_describes_and_measures_itself() {
    caller
        .request()
        .queryParam("format", "json")
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .body("paths.keySet()", hasItem("/api/v1/jobs"));
    caller
        .request()
        .get("/metrics")
        .then()
        .statusCode(200)
        .body(containsString("http_server_requests_seconds_count"));
    given().get(service.management() + "/q/metrics").then().statusCode(200);
  }

  @Test
  void its_log_is_json_and_quiet() throws Exception {
    List<JsonNode> log = service.log();
    assertThat(log).isNotEmpty().allSatisfy(line -> assertThat(line.has("message")).isTrue());
    assertThat(log)
        .filteredOn(line -> Set.of("WARN", "ERROR", "FATAL").contains(line.path("level").asText()))
        .extracting(line -> line.get("message").asText())
        // Quarkus counts the connections of both listeners by one name.
        .filteredOn(message -> !message.contains("http.server.active.connections"))
        .isEmpty();
  }
}
