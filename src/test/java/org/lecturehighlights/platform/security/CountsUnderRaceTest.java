package org.lecturehighlights.platform.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Limits of how much one caller may have hold however many requests come at the same time. */
@QuarkusTest
@TestProfile(SecuredProfile.class)
class CountsUnderRaceTest {
  private static final int MOST_UPLOADS = 100;
  private static final int MOST_WEBHOOKS = 10;

  @SuppressWarnings("NullAway.Init") // The resource of the profile puts it there.
  TestIssuer issuer;

  @Test
  void announced_and_resumable_uploads_share_one_limit() throws Exception {
    String token = issuer.token("racer");
    List<Integer> statuses =
        together(MOST_UPLOADS + 30, n -> n % 2 == 0 ? announce(token) : beginResumable(token));
    assertThat(statuses).filteredOn(status -> status == 201).hasSize(MOST_UPLOADS);
    assertThat(statuses).filteredOn(status -> status != 201).containsOnly(429);
  }

  @Test
  void webhooks_stay_within_their_limit() throws Exception {
    String token = issuer.token("hooker");
    List<Integer> statuses = together(MOST_WEBHOOKS + 20, _ -> register(token));
    assertThat(statuses).filteredOn(status -> status == 201).hasSize(MOST_WEBHOOKS);
  }

  private static int announce(String token) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body("{\"filename\": \"a.mp4\", \"file_size\": 5, \"content_type\": \"video/mp4\"}")
        .post("/api/v1/upload")
        .statusCode();
  }

  private static int beginResumable(String token) {
    return given()
        .auth()
        .oauth2(token)
        .header("Tus-Resumable", "1.0.0")
        .header("Upload-Length", "5")
        .header("Upload-Metadata", "filename YS5tcDQ=")
        .post("/api/v1/uploads")
        .statusCode();
  }

  private static int register(String token) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body("{\"url\": \"http://127.0.0.1:9/\"}")
        .post("/api/v1/webhooks")
        .statusCode();
  }

  private interface Request {
    int send(int number);
  }

  private static List<Integer> together(int requests, Request request) throws Exception {
    List<Callable<Integer>> calls =
        IntStream.range(0, requests)
            .<Callable<Integer>>mapToObj(n -> () -> request.send(n))
            .toList();
    try (var threads = Executors.newFixedThreadPool(20)) {
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> answer : threads.invokeAll(calls)) {
        statuses.add(answer.get());
      }
      return statuses;
    }
  }
}
