package org.lecturehighlights.app.pipeline;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.lecture.media.LectureFixture;
import org.lecturehighlights.lecture.media.MediaProbe;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.platform.storage.s3.S3StorageProfile;

/**
 * With objects in S3, lectures go there and clips come from there without passing through the
 * server.
 */
@QuarkusTest
@TestProfile(S3StorageProfile.class)
class LectureInS3Test {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir static Path directory;

  @Inject ObjectStorage storage;

  @Test
  void a_lecture_uploaded_to_its_address_becomes_clips_that_play_from_their_addresses()
      throws Exception {
    Path lecture =
        LectureFixture.ofSeconds(20)
            .write(LectureFixture.ffmpeg(), directory.resolve("lecture.mp4"));
    JsonPath ticket = announce("Übung 1 – Entropie.mp4", Files.size(lecture));
    assertThat(ticket.getMap("upload_fields")).isEmpty();
    assertThat(ticket.getInt("expires_in")).isEqualTo(3600);
    confirm(ticket).statusCode(400).body("error.code", equalTo("FILE_NOT_FOUND"));

    HttpRequest.Builder put =
        HttpRequest.newBuilder(URI.create(ticket.getString("upload_url")))
            .header("Content-Type", "video/mp4")
            .PUT(BodyPublishers.ofFile(lecture));
    assertThat(send(put).statusCode()).isEqualTo(200);
    confirm(ticket).statusCode(200).body("status", equalTo("queued"));

    String job = ticket.getString("job_id");
    JsonPath done =
        await()
            .atMost(PATIENCE)
            .until(
                () -> get("/api/v1/jobs/" + job),
                seen -> !List.of("queued", "running").contains(seen.getString("status")));
    assertThat(done.getString("status")).as(done.prettify()).isEqualTo("completed");
    assertPlays(done.getString("thumbnail_url"), "image/jpeg");

    JsonPath results = get("/api/v1/results/" + job);
    assertThat(results.getList("clips")).isNotEmpty();
    assertPlays(results.getString("clips[0].url"), "video/mp4");
    Path clip = directory.resolve("clip.mp4");
    Files.write(clip, send(results.getString("clips[0].url")).body());
    assertThat(new MediaProbe(LectureFixture.ffmpeg()).probe(clip).video()).isPresent();
    assertThat(send(results.getString("metadata.original_video.url")).body())
        .isEqualTo(Files.readAllBytes(lecture));

    JsonPath link =
        given()
            .queryParam("key", results.getString("clips[0].s3_key"))
            .queryParam("expires_in", 60)
            .get("/api/v1/videos/presigned-url")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(link.getString("url")).contains("X-Amz-Expires=60&");
    assertPlays(link.getString("url"), "video/mp4");

    String served = "/api/v1/clips/" + results.getString("clips[0].clip_id") + "/video";
    given().header("Range", "bytes=4-7").get(served).then().statusCode(206).body(equalTo("ftyp"));
  }

  @Test
  void an_uploaded_file_that_is_no_lecture_is_refused_with_a_reason() throws Exception {
    byte[] text = "This is no video at all. ".repeat(50).getBytes(UTF_8);
    JsonPath ticket = announce("text.mp4", text.length);
    send(
        HttpRequest.newBuilder(URI.create(ticket.getString("upload_url")))
            .header("Content-Type", "video/mp4")
            .PUT(BodyPublishers.ofByteArray(text)));

    confirm(ticket).statusCode(422).body("error.code", equalTo("NOT_A_VIDEO"));
    given()
        .get("/api/v1/jobs/" + ticket.getString("job_id"))
        .then()
        .body("status", equalTo("pending"));
  }

  @Test
  void a_lecture_may_still_be_uploaded_through_the_server() {
    JsonPath ticket = announce("lecture.mp4", 7);

    given()
        .contentType("video/mp4")
        .body("lecture".getBytes(UTF_8))
        .put("/api/v1/upload/" + ticket.getString("job_id") + "/file")
        .then()
        .statusCode(204);

    assertThat(storage.size(ticket.getString("s3_key"))).contains(7L);
    assertThat(storage.list(ticket.getString("job_id"))).hasSize(1);
  }

  @Test
  void the_server_is_ready_when_the_bucket_can_be_used() {
    given()
        .get("/q/health/ready")
        .then()
        .body("checks.find { it.name == 'storage' }.status", equalTo("UP"));
  }

  private static JsonPath announce(String name, long size) {
    return given()
        .contentType("application/json")
        .body(
            Map.of(
                "filename",
                name,
                "file_size",
                size,
                "content_type",
                "video/mp4",
                "processing_config",
                Map.of("clip_count", 2, "clip_min_seconds", 4, "clip_max_seconds", 12)))
        .post("/api/v1/upload")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static ValidatableResponse confirm(JsonPath ticket) {
    return given()
        .contentType("application/json")
        .body(Map.of("job_id", ticket.getString("job_id")))
        .post("/api/v1/upload/confirm")
        .then();
  }

  private static void assertPlays(String url, String contentType)
      throws IOException, InterruptedException {
    assertThat(url).contains("/lectures/", "X-Amz-Signature=");
    HttpResponse<byte[]> answer = send(url);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains(contentType);
    assertThat(answer.body()).isNotEmpty();
  }

  private static HttpResponse<byte[]> send(String url) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url)));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
  }

  private static JsonPath get(String path) {
    return given().get(path).then().statusCode(200).extract().jsonPath();
  }
}
