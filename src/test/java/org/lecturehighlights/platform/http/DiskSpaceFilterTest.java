package org.lecturehighlights.platform.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.security.SecuredProfile;
import org.lecturehighlights.platform.security.TestIssuer;
import org.lecturehighlights.service.upload.RawHttp;

/** Uploads that no disk could hold, and callers who have more than their share already. */
@QuarkusTest
@TestProfile(SecuredProfile.class)
class DiskSpaceFilterTest {
  private static final long FAR_TOO_MUCH = 4L << 50;
  private static final int MOST = 100;

  @Inject SampleJobs jobs;

  @SuppressWarnings("NullAway.Init") // The resource of the profile puts it there.
  TestIssuer issuer;

  @Test
  void more_than_the_disk_holds_is_not_even_begun() {
    problem(announce("alice", FAR_TOO_MUCH), 507, "STORAGE_FULL");
    problem(begin("alice", FAR_TOO_MUCH), 507, "STORAGE_FULL");
  }

  @Test
  void a_lecture_in_one_request_is_refused_before_its_bytes() throws IOException {
    try (RawHttp http = new RawHttp()) {
      http.head(
          "POST",
          "/api/v1/jobs",
          "Authorization",
          "Bearer " + issuer.token("alice"),
          "Content-Type",
          "multipart/form-data; boundary=b",
          "Content-Length",
          Long.toString(FAR_TOO_MUCH));
      assertThat(http.answer(true).status()).isEqualTo(507);
    }
  }

  @Test
  void bytes_for_which_there_is_no_more_room_are_refused() {
    String announced = announce("alice", 9).path("job_id");
    String begun = begin("alice", 9).header("Location").replaceFirst(".*/", "");
    for (String job : new String[] {announced, begun}) {
      jobs.execute("update jobs set file_size = ? where job_id = ?", FAR_TOO_MUCH, job);
    }
    problem(
        as("alice")
            .contentType("video/mp4")
            .body("bytes".getBytes(US_ASCII))
            .put("/api/v1/upload/{job_id}/file", announced),
        507,
        "STORAGE_FULL");
    problem(
        as("alice")
            .header("Tus-Resumable", "1.0.0")
            .header("Upload-Offset", "0")
            .contentType("application/offset+octet-stream")
            .body("bytes".getBytes(US_ASCII))
            .patch("/api/v1/uploads/{job_id}", begun),
        507,
        "STORAGE_FULL");
  }

  @Test
  void whoever_has_begun_too_many_finishes_one_first() {
    for (int i = 0; i < MOST; i++) {
      jobs.execute("update jobs set owner = 'hoarder' where job_id = ?", jobs.insert("pending"));
    }
    problem(announce("hoarder", 9), 429, "TOO_MANY_UPLOADS");
    problem(begin("hoarder", 9), 429, "TOO_MANY_UPLOADS");
  }

  @Test
  void whoever_has_too_many_webhooks_deletes_one_first() {
    for (int i = 0; i < MOST; i++) {
      jobs.execute(
          """
          insert into webhook (webhook_id, owner, url, secret, events, created_at)
          values ('webhook_' || gen_random_uuid(), 'hoarder', 'https://192.0.2.1/', '', '[]', now())
          """);
    }
    problem(
        as("hoarder")
            .contentType("application/json")
            .body("{\"url\": \"http://127.0.0.1:9/\", \"events\": [\"job.completed\"]}")
            .post("/api/v1/webhooks"),
        409,
        "TOO_MANY_WEBHOOKS");
  }

  private Response announce(String who, long bytes) {
    return as(who)
        .contentType("application/json")
        .body(
            "{\"filename\": \"a.mp4\", \"file_size\": %d, \"content_type\": \"video/mp4\"}"
                .formatted(bytes))
        .post("/api/v1/upload");
  }

  private Response begin(String who, long bytes) {
    return as(who)
        .header("Tus-Resumable", "1.0.0")
        .header("Upload-Length", bytes)
        .header("Upload-Metadata", "filename bGVjdHVyZS5tcDQ=")
        .post("/api/v1/uploads");
  }

  private RequestSpecification as(String who) {
    return given().auth().oauth2(issuer.token(who));
  }

  private static void problem(Response response, int status, String code) {
    response.then().statusCode(status).body("error.code", equalTo(code));
  }
}
