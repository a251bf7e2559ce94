package org.lecturehighlights.service.clip.edit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.lecturehighlights.service.clip.edit.ClipOverHttpTest.first;
import static org.lecturehighlights.service.clip.edit.ClipOverHttpTest.patch;
import static org.lecturehighlights.service.clip.edit.ClipOverHttpTest.refused;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.lecture.media.LectureFixture;
import org.lecturehighlights.lecture.media.MediaProbe;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.platform.storage.StorageResource;
import org.lecturehighlights.service.clip.PendingEdit;
import org.lecturehighlights.service.clip.RunnerUpService;
import org.lecturehighlights.service.clip.SampleResults;

/** Clips of a real lecture are rendered again by the engine with ffmpeg. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(StorageResource.class)
class RerenderTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir static Path directory;

  @Inject SampleResults samples;
  @Inject RunnerUpService runnersUp;
  @Inject ObjectStorage storage;
  @Inject MeterRegistry registry;

  @Test
  void two_quick_changes_both_apply_and_the_old_file_is_served_until_then() throws Exception {
    String job = jobWithLecture();
    Response asked = patch(first(job), "{\"start_time\": 3}");
    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(asked.header("Location")).endsWith(first(job));
    assertThat(asked.jsonPath().getDouble("start_time")).isEqualTo(2.0);
    assertThat(asked.jsonPath().getDouble("pending.start_time")).isEqualTo(3.0);
    assertThat(given().get(first(job) + "/video").asByteArray()).isEqualTo(SampleResults.VIDEO);
    Response second = patch(first(job), "{\"end_time\": 34}");
    assertThat(second.jsonPath().getDouble("pending.start_time")).isEqualTo(3.0);

    JsonPath clip = ready(first(job));
    assertThat(clip.getDouble("start_time")).isEqualTo(3.0);
    assertThat(clip.getDouble("end_time")).isEqualTo(34.0);
    assertThat(clip.getBoolean("extra_metadata.edited")).isTrue();
    assertThat(clip.getDouble("extra_metadata.source.frames_per_second")).isPositive();
    // The silence from 30 to 33 is shortened.
    assertThat(clip.getList("extra_metadata.edits")).hasSize(2);
    double played = clip.getDouble("duration");
    assertThat(played).isBetween(27.0, 30.0);
    Path video =
        Files.write(
            directory.resolve(job + ".mp4"), given().get(first(job) + "/video").asByteArray());
    assertThat(new MediaProbe(LectureFixture.ffmpeg()).probe(video).duration().toMillis() / 1000.0)
        .isCloseTo(played, within(0.15));
    assertThat(given().get(first(job) + "/subtitles.vtt").asString()).contains("Both have keys");
    await().atMost(PATIENCE).until(() -> storage.size(SampleResults.key(job, 1, "mp4")).isEmpty());
    assertThat(storage.list(job + "/clips").stream().filter(key -> key.endsWith(".mp4")))
        .hasSize(1);
    assertThat(registry.get("lecture.stage.run").tags("lane", "render", "outcome", "done").timers())
        .anyMatch(timer -> PendingEdit.KIND.equals(timer.getId().getTag("stage")));
  }

  @Test
  void a_clip_and_a_runner_up_swap_places() throws Exception {
    String job = jobWithLecture();
    Response asked = swap(job, 1, "{\"clip_id\": \"%s\"}".formatted(SampleResults.clipId(job, 1)));
    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(asked.jsonPath().getString("pending.title")).isEqualTo("The next best");
    JsonPath clip = ready(first(job));
    assertThat(clip.getString("title")).isEqualTo("The next best");
    assertThat(clip.getInt("clip_order")).isEqualTo(1);
    JsonPath left = given().get("/api/v1/jobs/" + job + "/runners-up").jsonPath();
    assertThat(left.getInt("total")).isEqualTo(1);
    assertThat(left.getDouble("runners_up[0].start_time")).isEqualTo(2.0);
    assertThat(left.getString("runners_up[0].reason")).contains("replaced");
  }

  @Test
  void a_runner_up_becomes_an_additional_clip() throws Exception {
    String job = jobWithLecture();
    Response asked = swap(job, 1, "{\"append\": true}");
    assertThat(asked.statusCode()).isEqualTo(202);
    String clip = "/api/v1/clips/" + asked.jsonPath().getString("clip_id");
    assertThat(asked.header("Location")).endsWith(clip);
    refused(swap(job, 1, "{\"append\": true}"), 409, "JOB_STATE_CONFLICT");
    assertThat(ready(clip).getInt("clip_order")).isEqualTo(3);
    given().get(clip + "/video").then().statusCode(200);
    given().get("/api/v1/jobs/" + job + "/runners-up").then().statusCode(200);
    assertThat(runnersUp.find(job)).isEmpty();
  }

  @Test
  void an_invalid_swap_is_refused() {
    String job = samples.job();
    String other = samples.job();
    refused(swap(job, 1, "{}"), 400, "VALIDATION_ERROR");
    refused(swap(job, 2, "{\"append\": true}"), 404, "RUNNER_UP_NOT_FOUND");
    String foreign = "{\"clip_id\": \"%s\"}".formatted(SampleResults.clipId(other, 1));
    refused(swap(job, 1, foreign), 404, "CLIP_NOT_FOUND");
    refused(given().get("/api/v1/jobs/job_0/runners-up"), 404, "JOB_NOT_FOUND");
    refused(swap("job_0", 1, "{\"append\": true}"), 404, "JOB_NOT_FOUND");
  }

  private String jobWithLecture() throws Exception {
    String job = samples.job();
    samples.put(SampleResults.uploadKey(job), lecture());
    return job;
  }

  private static synchronized byte[] lecture() throws IOException, InterruptedException {
    Path file = directory.resolve("lecture.mp4");
    if (!Files.exists(file)) {
      LectureFixture.ofSeconds(60.5).write(LectureFixture.ffmpeg(), file);
    }
    return Files.readAllBytes(file);
  }

  private static Response swap(String job, int number, String json) {
    return given()
        .contentType(ContentType.JSON)
        .body(json)
        .post("/api/v1/jobs/" + job + "/runners-up/" + number + "/swap");
  }

  private static JsonPath ready(String clip) {
    JsonPath end =
        await()
            .atMost(PATIENCE)
            .until(
                () -> given().get(clip).jsonPath(),
                seen -> !"rendering".equals(seen.getString("status")));
    assertThat(end.getString("status")).as(end.prettify()).isEqualTo("ready");
    return end;
  }
}
