package org.lecturehighlights.service.job.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.security.SecuredProfile;
import org.lecturehighlights.platform.security.TestIssuer;

/** The WebSocket of a job while security is on. */
@QuarkusTest
@TestProfile(SecuredProfile.class)
class SecuredSocketTest {
  @Inject SampleJobs jobs;

  @SuppressWarnings("NullAway.Init") // The resource of the profile puts it there.
  TestIssuer issuer;

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource("/")
  URL server;

  @Test
  void the_owners_stream_token_opens_it() throws Exception {
    String job = jobOf("alice");
    try (SocketClient client =
        new SocketClient(server, "ws/jobs/" + job + "?token=" + streamToken("alice", job))) {
      assertThat(client.hear().getString("type")).isEqualTo("connected");
    }
  }

  @Test
  void the_legacy_frontend_opens_it_with_its_users_own_token() throws Exception {
    String job = jobOf("alice");
    for (String token : new String[] {issuer.token("alice"), issuer.token("root", "admin")}) {
      try (SocketClient client = new SocketClient(server, "ws/jobs/" + job + "?token=" + token)) {
        assertThat(client.hear().getString("type")).isEqualTo("connected");
      }
    }
  }

  @Test
  void a_job_of_another_user_seems_not_to_exist() throws Exception {
    String[] jobs = {jobOf("alice"), "job_none"};
    for (String job : jobs) {
      try (SocketClient client =
          new SocketClient(server, "ws/jobs/" + job + "?token=" + issuer.token("bob"))) {
        assertThat(client.closeCode()).isEqualTo(1008);
        assertThat(client.closeReason()).isEqualTo("The job does not exist");
      }
    }
  }

  @Test
  void a_missing_or_wrong_token_is_refused() throws Exception {
    String job = jobOf("alice");
    String other = jobOf("bob");
    for (String query :
        new String[] {
          "",
          "?token=",
          "?token=1.a",
          "?token=" + streamToken("bob", other),
          "?token=" + issuer.token("alice") + "A",
          "?access_token=" + issuer.token("alice")
        }) {
      try (SocketClient client = new SocketClient(server, "ws/jobs/" + job + query)) {
        assertThat(client.closeCode()).as(query).isEqualTo(1008);
      }
    }
  }

  private String jobOf(String owner) {
    String job = jobs.insert("running");
    jobs.execute("update jobs set owner = ? where job_id = ?", owner, job);
    return job;
  }

  private String streamToken(String user, String job) {
    return given()
        .auth()
        .oauth2(issuer.token(user))
        .contentType("application/json")
        .body("{\"job_id\": \"" + job + "\"}")
        .post("/api/v1/stream-tokens")
        .then()
        .statusCode(201)
        .extract()
        .path("token");
  }
}
