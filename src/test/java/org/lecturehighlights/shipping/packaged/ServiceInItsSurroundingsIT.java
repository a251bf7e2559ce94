package org.lecturehighlights.shipping.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.platform.security.TestIssuer;
import org.lecturehighlights.platform.storage.s3.S3Server;

/** Services with an issuer and a store of others, and services that are stopped. */
class ServiceInItsSurroundingsIT {
  @TempDir Path directory;

  @Test
  void with_an_issuer_and_s3_users_get_their_own_clips_from_the_store() throws Exception {
    SampleLecture lecture = SampleLecture.in(directory, 10);
    try (var issuer = new TestIssuer();
        var store = S3Server.start().withBucket("lectures");
        var service =
            new PackagedApplication(directory)
                .with(store.settings("lectures"))
                .with(
                    Map.of(
                        "lecture.security.enabled",
                        "true",
                        "lecture.security.issuer",
                        issuer.url(),
                        "lecture.security.audience",
                        TestIssuer.AUDIENCE,
                        "lecture.security.signing-key",
                        "a key for tests that is longer than 32 bytes"))
                .serve()) {
      service
          .caller()
          .request()
          .get("/api/v1/jobs")
          .then()
          .statusCode(401)
          .body("error.code", equalTo("UNAUTHORIZED"));
      Caller alice = service.caller(issuer.token("alice"));
      String job = alice.submit(lecture);
      JsonPath results = alice.results(job);
      service
          .caller(issuer.token("bob"))
          .request()
          .get("/api/v1/jobs/" + job)
          .then()
          .statusCode(404);
      assertThat(results.getList("clips")).isNotEmpty();
      assertPlays(results.getString("clips[0].url"), store.endpoint());
    }
  }

  /** Whoever has the address may play, without a token and without our server. */
  private static void assertPlays(String url, URI store) throws Exception {
    assertThat(url).startsWith(store.toString()).contains("X-Amz-Signature=");
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
      var answer = client.send(request.build(), BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).contains("video/mp4");
      assertThat(answer.body()).isNotEmpty();
    }
  }

  @Test
  void a_service_that_is_told_to_stop_leaves_its_work_to_the_next_one() throws Exception {
    SampleLecture lecture = SampleLecture.in(directory, 30);
    var application = new PackagedApplication(directory);
    String job;
    try (var first = application.serve()) {
      job = first.caller().submit(lecture);
      assertThat(first.caller().begun(job).getString("status")).isEqualTo("running");
      // 128 + SIGTERM, or 0 from a start script's point of view.
      assertThat(first.stop()).isIn(143, 0);
    }
    try (var second = application.serve()) {
      assertThat(second.caller().results(job).getList("clips")).isNotEmpty();
    }
  }
}
