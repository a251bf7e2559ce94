package org.lecturehighlights.app.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.lecture.media.LectureFixture;
import org.lecturehighlights.lecture.media.process.Containers;
import org.lecturehighlights.lecture.media.process.FfmpegCommand;

/**
 * How often a job uses the storage: each stage fetches what it reads once, and only two places
 * probe the lecture.
 */
@QuarkusTest
@TestProfile(CountedCalls.Counted.class)
class StorageCallsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int SECONDS = 20;
  private static final String ORIGINAL = "upload/original.mp4";

  @TempDir static Path directory;

  @Inject CountedCalls counted;

  @Test
  void with_captions_only_initializing_and_compilation_fetch_the_lecture() throws Exception {
    String job = completed(lecture("plain.mp4"), captions("captions.vtt"));

    assertThat(fetched(job))
        .isEqualTo(
            Map.of(
                "initializing", List.of(ORIGINAL),
                "silence_detection", List.of("initializing/1/audio.flac"),
                "transcription", List.of("upload/captions.vtt"),
                "layout_analysis", List.of("initializing/1/frames.mkv"),
                "compilation", List.of(ORIGINAL)));
    assertThat(stagesThatProbe()).containsExactly(CountedCalls.UPLOAD, "initializing");
    assertThat(transcriptOf(job)).isEqualTo(SECONDS / 5);
  }

  @Test
  void embedded_captions_are_extracted_when_the_lecture_is_decoded() throws Exception {
    Path both = directory.resolve("both.mp4");
    LectureFixture.ffmpeg()
        .run(
            new FfmpegCommand()
                .input(Containers.LECTURE, lecture("without.mp4"))
                .input(Containers.CAPTIONS, captions("inside.vtt"))
                .with("-map", "0", "-map", "1", "-c", "copy", "-c:s", "mov_text")
                .output(both));
    String job = completed(both, null);

    assertThat(fetched(job))
        .containsEntry("initializing", List.of(ORIGINAL))
        .containsEntry("transcription", List.of("initializing/1/captions.vtt"));
    assertThat(stagesThatProbe()).containsExactly(CountedCalls.UPLOAD, "initializing");
    assertThat(transcriptOf(job)).isEqualTo(SECONDS / 5);
  }

  @Test
  void transcription_fetches_nothing_without_captions_and_speech_service() throws Exception {
    String job = completed(lecture("mute.mp4"), null);

    assertThat(fetched(job)).doesNotContainKey("transcription");
    assertThat(stagesThatProbe()).containsExactly(CountedCalls.UPLOAD, "initializing");
  }

  @Test
  void a_clip_is_rendered_again_without_another_probe() throws Exception {
    String job = completed(lecture("again.mp4"), captions("again.vtt"));
    String clip = "/api/v1/clips/" + get("/api/v1/results/" + job).getString("clips[0].clip_id");
    counted.forget();
    given()
        .contentType(ContentType.JSON)
        .body("{\"start_time\": 4.2, \"end_time\": 9}")
        .patch(clip)
        .then()
        .statusCode(202);
    await().atMost(PATIENCE).until(() -> !"rendering".equals(get(clip).getString("status")));

    assertThat(fetched(job)).isEqualTo(Map.of("render_clip", List.of(ORIGINAL)));
    assertThat(stagesThatProbe()).isEmpty();
  }

  /** The keys without the job, by the stage that fetched them. */
  private Map<String, List<String>> fetched(String job) {
    counted.calls().stream()
        .collect(
            Collectors.groupingBy(
                call -> call.stage() + " " + call.name(), TreeMap::new, Collectors.counting()))
        .forEach((call, count) -> System.out.printf("counted %s: %d%n", call, count));
    return counted.calls().stream()
        .filter(call -> call.name().equals("fetch"))
        .collect(
            Collectors.groupingBy(
                CountedCalls.Call::stage,
                Collectors.mapping(
                    call -> call.key().substring(job.length() + 1), Collectors.toList())));
  }

  private List<String> stagesThatProbe() {
    return counted.calls().stream()
        .filter(call -> call.name().equals("probe"))
        .map(CountedCalls.Call::stage)
        .toList();
  }

  private static Path lecture(String name) throws Exception {
    return LectureFixture.ofSeconds(SECONDS)
        .write(LectureFixture.ffmpeg(), directory.resolve(name));
  }

  /** A sentence between each two pauses of the fixture. */
  private static Path captions(String name) throws IOException {
    String cues =
        IntStream.range(0, SECONDS / 5)
            .mapToObj(i ->
                "00:%02d.000 --> 00:%02d.700\nSentence number %d explains memory.\n\n"
                    .formatted(5 * i, 5 * i + 3, i))
            .collect(Collectors.joining());
    return Files.writeString(directory.resolve(name), "WEBVTT\n\n" + cues);
  }

  private String completed(Path lecture, @Nullable Path captions) {
    counted.forget();
    RequestSpecification request =
        given()
            .multiPart(
                new MultiPartSpecBuilder(lecture.toFile())
                    .controlName("file")
                    .fileName(lecture.getFileName().toString())
                    .mimeType("video/mp4")
                    .build())
            .multiPart("clip_count", "2")
            .multiPart("clip_min_seconds", "4")
            .multiPart("clip_max_seconds", "12");
    if (captions != null) {
      request.multiPart("captions", captions.toFile(), "text/vtt");
    }
    String job = request.post("/api/v1/jobs").then().statusCode(201).extract().path("job_id");
    JsonPath end =
        await()
            .atMost(PATIENCE)
            .until(
                () -> get("/api/v1/jobs/" + job),
                seen -> !List.of("queued", "running").contains(seen.getString("status")));
    assertThat(end.getString("status")).as(end.prettify()).isEqualTo("completed");
    return job;
  }

  private static int transcriptOf(String job) {
    return get("/api/v1/jobs/" + job + "/transcripts").getInt("total");
  }

  private static JsonPath get(String path) {
    return given().get(path).then().statusCode(200).extract().jsonPath();
  }
}
