package org.lecturehighlights.app.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.lecture.highlight.ClipRules;
import org.lecturehighlights.lecture.media.LectureFixture;
import org.lecturehighlights.lecture.media.MediaInfo;
import org.lecturehighlights.lecture.media.MediaProbe;
import org.lecturehighlights.platform.database.PostgresResource;

/** A lecture is uploaded over HTTP and clips come out: every room, real database, real ffmpeg. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LectureToClipsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final double SECONDS = 40;

  @TempDir static Path directory;

  @TestHTTPResource
  @SuppressWarnings("NullAway.Init") // the test framework sets it
  URI root;

  @Inject LectureTools tools;
  @Inject ConnectionThreads threads;

  @Test
  void a_lecture_with_captions_becomes_clips_that_play_with_their_subtitles() throws Exception {
    Path lecture = lecture("captioned", LectureFixture.ofSeconds(SECONDS));
    String job = submit(lecture, captions());
    JsonPath done = completed(job);
    assertThat(done.getList("warnings")).isEmpty();

    JsonPath results = get("/api/v1/results/" + job);
    List<String> urls = results.getList("clips.url");
    assertThat(urls).hasSizeBetween(1, 3);
    for (int i = 0; i < urls.size(); i++) {
      double length = results.getDouble("clips[" + i + "].duration");
      assertThat(length).isBetween(4.0, 12.0);
      Path video = Files.write(directory.resolve("clip.mp4"), bytes(urls.get(i)));
      MediaInfo info = new MediaProbe(LectureFixture.ffmpeg()).probe(video);
      assertThat(info.video()).isPresent();
      assertThat(info.audio()).isPresent();
      assertThat(info.duration().toMillis() / 1000.0).isCloseTo(length, within(0.15));
      String subtitles =
          new String(
              bytes(results.getString("clips[" + i + "].subtitle_url")), StandardCharsets.UTF_8);
      assertThat(subtitles).startsWith("WEBVTT").contains("Sentence number");
    }
    assertThat(get("/api/v1/jobs/" + job + "/transcripts").getInt("total")).isEqualTo(8);
    assertThat(get("/api/v1/jobs/" + job + "/silence-regions").getInt("total")).isPositive();
    assertThat(get("/api/v1/jobs/" + job + "/content-segments").getInt("total")).isPositive();
    assertThat(get("/api/v1/jobs/" + job + "/layout-analysis").getString("layout_type"))
        .isEqualTo("picture_in_picture");
    JsonPath slides = get("/api/v1/jobs/" + job + "/slides");
    assertThat(slides.getList("slides.start_time", Double.class)).hasSizeGreaterThanOrEqualTo(4);
    for (String picture : slides.<String>getList("slides.thumbnail_url")) {
      assertThat(bytes(picture)).startsWith(0xff, 0xd8);
    }
    JsonPath sound = get("/api/v1/jobs/" + job + "/waveform?points=400");
    assertThat(sound.getDouble("duration")).isCloseTo(SECONDS, within(0.2));
    List<Double> highs = sound.getList("highs", Double.class);
    assertThat(highs.subList(0, 37)).as("speech").anyMatch(level -> level > 0.1);
    assertThat(highs.subList(40, 49)).as("the first pause").allMatch(level -> level < 0.05);
    JsonPath found = get("/api/v1/search?q=number 3 explains&job_id=" + job);
    assertThat(found.getList("hits.start_time", Double.class)).containsExactly(15.0);
    assertThat(threads.onEventLoop).as("JDBC on an event loop").isEmpty();
  }

  @Test
  void the_service_and_the_command_line_choose_the_same_clips() throws Exception {
    Path lecture = lecture("same", LectureFixture.ofSeconds(SECONDS));
    String job = submit(lecture, captions());
    completed(job);
    JsonPath clips = get("/api/v1/jobs/" + job + "/clips");
    LectureResult alone =
        new ExtractHighlights(tools, Clock.systemUTC())
            .run(
                lecture,
                Optional.of(Files.readString(captions())),
                new ClipRules(3, Duration.ofSeconds(4), Duration.ofSeconds(12)),
                Files.createDirectories(directory.resolve("alone")),
                (stage, fraction) -> {});
    assertThat(clips.getList("clips.start_time", Double.class))
        .isEqualTo(
            alone.highlights().clips().stream().map(clip -> clip.span().startSeconds()).toList());
    assertThat(clips.getList("clips.end_time", Double.class))
        .isEqualTo(
            alone.highlights().clips().stream().map(clip -> clip.span().endSeconds()).toList());
  }

  @Test
  void a_lecture_without_captions_completes_and_says_so() throws Exception {
    JsonPath done =
        completed(submit(lecture("silent-film", LectureFixture.ofSeconds(SECONDS)), null));
    assertThat(done.getList("warnings.code")).containsExactly("NO_TRANSCRIPT");
    assertThat(get("/api/v1/results/" + done.getString("job_id")).getList("clips")).isNotEmpty();
  }

  @Test
  void a_video_without_sound_completes_and_says_so() throws Exception {
    JsonPath done =
        completed(submit(lecture("mute", LectureFixture.ofSeconds(SECONDS).withoutAudio()), null));
    assertThat(done.getList("warnings.code")).contains("NO_AUDIO_TRACK");
  }

  @Test
  void a_lecture_of_half_a_second_completes_without_clips_and_says_so() throws Exception {
    JsonPath done = completed(submit(lecture("blink", LectureFixture.ofSeconds(0.5)), null));
    assertThat(done.getList("warnings.code")).contains("NO_CLIPS");
    assertThat(get("/api/v1/results/" + done.getString("job_id")).getList("clips")).isEmpty();
  }

  @Test
  void the_stream_of_a_job_reports_rising_progress_and_ends_with_the_job() throws Exception {
    String job = submit(lecture("streamed", LectureFixture.ofSeconds(10)), null);
    HttpResponse<Stream<String>> stream = events(job, null);
    assertThat(stream.statusCode()).isEqualTo(200);
    List<String> lines = stream.body().toList();
    List<JsonPath> told =
        lines.stream()
            .filter(line -> line.startsWith("data:"))
            .map(line -> JsonPath.from(line.substring("data:".length())))
            .toList();
    assertThat(told.getLast().getString("type")).isEqualTo("complete");
    assertThat(told.stream().map(event -> event.getDouble("progress.percent"))).isSorted();
    long before =
        lines.stream()
            .filter(line -> line.startsWith("id:"))
            .mapToLong(line -> Long.parseLong(line.substring("id:".length()).strip()))
            .skip(1)
            .findFirst()
            .orElseThrow();
    List<String> again =
        events(job, Long.toString(before)).body().filter(line -> line.startsWith("id:")).toList();
    assertThat(again).doesNotContain("id:" + before).isNotEmpty();
    assertThat(threads.onEventLoop).as("JDBC on an event loop").isEmpty();
  }

  @Test
  void the_stream_of_an_unknown_job_is_not_found() throws Exception {
    assertThat(events("job_000000000000", null).statusCode()).isEqualTo(404);
  }

  private HttpResponse<Stream<String>> events(String job, @Nullable String after)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve("/api/v1/jobs/" + job + "/events"))
            .timeout(PATIENCE)
            .header("Accept", "text/event-stream");
    if (after != null) {
      request.header("Last-Event-ID", after);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofLines());
  }

  private static Path lecture(String name, LectureFixture fixture) throws Exception {
    Path file = directory.resolve(name + ".mp4");
    fixture.write(LectureFixture.ffmpeg(), file);
    return file;
  }

  /** A sentence between each two pauses of the fixture. */
  private static Path captions() throws IOException {
    StringBuilder text = new StringBuilder("WEBVTT\n\n");
    IntStream.range(0, (int) (SECONDS / 5))
        .forEach(i ->
            text.append(
                "00:%02d.000 --> 00:%02d.700\nSentence number %d explains topic %s.\n\n"
                    .formatted(5 * i, 5 * i + 3, i, i < 4 ? "memory" : "networks")));
    return Files.writeString(directory.resolve("captions.vtt"), text);
  }

  private static String submit(Path lecture, @Nullable Path captions) {
    RequestSpecification request =
        given()
            .multiPart(
                new MultiPartSpecBuilder(lecture.toFile())
                    .controlName("file")
                    .fileName(lecture.getFileName().toString())
                    .mimeType("video/mp4")
                    .build())
            .multiPart("clip_count", "3")
            .multiPart("clip_min_seconds", "4")
            .multiPart("clip_max_seconds", "12");
    if (captions != null) {
      request.multiPart("captions", captions.toFile(), "text/vtt");
    }
    return request
        .log()
        .ifValidationFails()
        .post("/api/v1/jobs")
        .then()
        .statusCode(201)
        .extract()
        .path("job_id");
  }

  private static JsonPath completed(String job) {
    JsonPath end =
        await()
            .atMost(PATIENCE)
            .until(
                () -> get("/api/v1/jobs/" + job),
                seen -> !List.of("queued", "running").contains(seen.getString("status")));
    assertThat(end.getString("status")).as(end.prettify()).isEqualTo("completed");
    return end;
  }

  private static JsonPath get(String path) {
    return given().get(path).then().statusCode(200).extract().jsonPath();
  }

  private static byte[] bytes(String url) {
    return given().get(url).then().statusCode(200).extract().asByteArray();
  }
}
