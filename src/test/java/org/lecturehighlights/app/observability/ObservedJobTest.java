package org.lecturehighlights.app.observability;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.app.pipeline.ConnectionThreads;
import org.lecturehighlights.app.pipeline.LectureStage;
import org.lecturehighlights.lecture.media.LectureFixture;

/** One small lecture, seen through traces, metrics and logs. */
@QuarkusTest
@TestProfile(ObservedProfile.class)
class ObservedJobTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String REQUEST = "lecture-request-7";

  @TempDir static Path directory;

  @Inject ConnectionThreads threads;

  private static String job = "";

  @Test
  void one_trace_leads_from_the_request_through_the_stages_to_ffmpeg() throws Exception {
    String id = completedJob();
    List<ReceivedSpan> stages =
        await()
            .atMost(PATIENCE)
            .until(() -> stagesOf(id), found -> found.size() == LectureStage.values().length);
    ReceivedSpan request =
        OtlpReceiver.spans().stream()
            .filter(span -> span.name().equals("POST /api/v1/jobs"))
            .filter(span -> span.trace().equals(stages.getFirst().trace()))
            .findFirst()
            .orElseThrow();
    assertThat(stages)
        .allSatisfy(stage -> {
          assertThat(stage.trace()).isEqualTo(request.trace());
          assertThat(stage.attributes())
              .containsEntry("lecture.attempt", "1")
              .containsEntry("lecture.outcome", "done")
              .containsKeys("lecture.stage", "lecture.lane");
          assertThat(OtlpReceiver.spans().stream().map(ReceivedSpan::id)).contains(stage.parent());
        });
    Set<String> above = stages.stream().map(ReceivedSpan::id).collect(Collectors.toSet());
    List<ReceivedSpan> processes =
        OtlpReceiver.spans().stream().filter(span -> above.contains(span.parent())).toList();
    assertThat(processes.stream().map(ReceivedSpan::name))
        .contains("ffmpeg probe", "ffmpeg decode", "ffmpeg clip", "ffmpeg thumbnail");
    assertThat(processes)
        .allSatisfy(process -> {
          assertThat(process.trace()).isEqualTo(request.trace());
          assertThat(process.attributes()).containsKey("process.exit.code");
          assertThat(process.attributes().values()).noneMatch(value -> value.contains("/"));
        });
  }

  @Test
  void every_line_of_a_stage_names_job_stage_attempt_and_trace() throws Exception {
    String id = completedJob();
    List<JsonNode> lines = log();
    List<JsonNode> ofJob =
        lines.stream().filter(line -> line.at("/mdc/job").asText().equals(id)).toList();
    assertThat(ofJob.stream().map(line -> line.at("/mdc/stage").asText()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(LectureStage.values()).map(LectureStage::code).toList());
    assertThat(ofJob).allSatisfy(line -> assertThat(line.at("/mdc/attempt").asInt()).isEqualTo(1));
    String trace = stagesOf(id).getFirst().trace();
    assertThat(ofJob)
        .allSatisfy(line -> assertThat(line.at("/mdc/traceId").asText()).isEqualTo(trace));
    assertThat(lines.stream().filter(line -> line.path("message").asText().contains("attempt ")))
        .allMatch(line -> line.at("/mdc").has("job"));
  }

  @Test
  void a_request_id_appears_in_the_answer_and_in_the_log() throws Exception {
    given()
        .header("X-Request-ID", REQUEST)
        .get("/api/v1/jobs/job_000000000000")
        .then()
        .statusCode(404)
        .header("X-Request-ID", REQUEST);
    given().header("X-Request-ID", REQUEST).get("/api/v1/trouble/unknown").then().statusCode(500);
    assertThat(log().stream().filter(line -> line.at("/mdc/request").asText().equals(REQUEST)))
        .anySatisfy(line -> {
          assertThat(line.path("message").asText()).contains("/api/v1/trouble/unknown");
          assertThat(line.at("/mdc/traceId").asText()).hasSize(32);
        });
    given().get("/api/v1/trouble/unknown").then().statusCode(500);
    assertThat(log().getLast().at("/mdc/request").asText()).isNotIn("", REQUEST);
    String made = given().get("/api/v1/jobs/job_000000000000").header("X-Request-ID");
    assertThat(made).hasSize(36);
    String forged =
        given().header("X-Request-ID", "a b\tc").get("/api/v1/jobs").header("X-Request-ID");
    assertThat(forged).hasSize(36);
  }

  @Test
  void a_job_is_counted_when_it_is_submitted_and_when_it_ends() throws Exception {
    completedJob();
    assertThat(Scrape.sum("lecture_job_submitted_total", "")).isPositive();
    assertThat(Scrape.sum("lecture_upload_bytes_sum", "")).isGreaterThan(10_000);
    assertThat(Scrape.sum("lecture_job_turnaround_seconds_count", "status=\"completed\""))
        .isPositive();
    assertThat(Scrape.sum("lecture_stage_run_seconds_count", "outcome=\"done\""))
        .isGreaterThanOrEqualTo(LectureStage.values().length);
    assertThat(Scrape.sum("lecture_ffmpeg_run_seconds_count", "ending=\"ok\"")).isPositive();
    assertThat(Scrape.sum("lecture_ffmpeg_active", "")).isZero();
    assertThat(Scrape.sum("lecture_database_up", "")).isEqualTo(1);
    assertThat(Scrape.sum("lecture_lane_threads", "lane=\"cpu\"")).isEqualTo(2);
    assertThat(threads.onEventLoop).as("JDBC on an event loop").isEmpty();
  }

  @Test
  void no_tag_carries_the_id_of_a_job() throws Exception {
    String id = completedJob();
    given().get("/api/v1/jobs/" + id).then().statusCode(200);
    given().get("/api/v1/results/" + id).then().statusCode(200);
    given().get("/nowhere/" + id).then().statusCode(404);
    String scrape = Scrape.text();
    assertThat(scrape)
        .contains("uri=\"/api/v1/jobs/{job_id}\"")
        .doesNotContain(id)
        .doesNotContain("job_0");
  }

  @Test
  void dashboards_and_alerts_use_only_metrics_that_the_service_has() throws Exception {
    completedJob();
    Set<String> scraped = Scrape.names();
    Set<String> used = new TreeSet<>();
    for (String expression : MonitoringFiles.expressions()) {
      used.addAll(MonitoringFiles.metricsOf(expression));
    }
    assertThat(used).as("metrics that dashboards and alerts use").hasSizeGreaterThan(15);
    used.removeAll(scraped);
    used.removeAll(MonitoringFiles.APPEAR_LATER);
    assertThat(used).as("metrics that nobody offers").isEmpty();
  }

  @Test
  void every_metric_of_ours_is_in_the_operating_guide() throws Exception {
    completedJob();
    String guide = Files.readString(MonitoringFiles.GUIDE);
    Set<String> undocumented =
        Scrape.names().stream()
            .filter(name -> name.startsWith("lecture_"))
            .map(name -> name.replaceFirst("_(bucket|count|sum|max)$", ""))
            .filter(name -> !guide.contains("`" + name + "`"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(undocumented).isEmpty();
  }

  private static List<ReceivedSpan> stagesOf(String id) {
    return OtlpReceiver.spans().stream()
        .filter(span -> id.equals(span.attributes().get("lecture.job")))
        .toList();
  }

  private static List<JsonNode> log() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(ObservedProfile.LOG))) {
      lines.add(mapper.readTree(line));
    }
    return lines;
  }

  /** One job serves all tests. */
  private static synchronized String completedJob() throws Exception {
    if (job.isEmpty()) {
      Path lecture = directory.resolve("lecture.mp4");
      LectureFixture.ofSeconds(12).write(LectureFixture.ffmpeg(), lecture);
      String id =
          given()
              .multiPart("file", lecture.toFile(), "video/mp4")
              .multiPart("clip_count", "1")
              .multiPart("clip_min_seconds", "4")
              .multiPart("clip_max_seconds", "8")
              .post("/api/v1/jobs")
              .then()
              .statusCode(201)
              .extract()
              .path("job_id");
      await()
          .atMost(PATIENCE)
          .until(() -> given().get("/api/v1/jobs/" + id).path("status"), status -> isFinal(status));
      assertThat(given().get("/api/v1/jobs/" + id).<String>path("status")).isEqualTo("completed");
      job = id;
    }
    return job;
  }

  private static boolean isFinal(Object status) {
    return !List.of("queued", "running").contains(status);
  }
}
