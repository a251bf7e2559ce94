package org.lecturehighlights.platform.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(SecuredProfile.class)
class AuthenticationFilterTest {

  @SuppressWarnings("NullAway.Init") // The resource of the profile puts it there.
  TestIssuer issuer;

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource("/")
  URL server;

  @Test
  void a_wrong_token_is_told_apart_from_none() {
    given()
        .auth()
        .oauth2("not.a.token")
        .get("/api/v1/jobs")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
        .contentType("application/problem+json")
        .body("error.code", equalTo("TOKEN_INVALID"))
        .body("status", equalTo(401))
        .body("instance", equalTo("/api/v1/jobs"));
    given()
        .auth()
        .preemptive()
        .basic("alice", "password")
        .get("/api/v1/jobs")
        .then()
        .statusCode(401)
        .body("error.code", equalTo("UNAUTHORIZED"));
  }

  @Test
  void a_token_counts_in_the_header_only() {
    String token = issuer.token("alice");
    given().queryParam("access_token", token).get("/api/v1/jobs").then().statusCode(401);
    given().queryParam("token", token).get("/api/v1/jobs").then().statusCode(401);
    given().cookie("token", token).get("/api/v1/jobs").then().statusCode(401);
    given().auth().oauth2(token).get("/api/v1/jobs").then().statusCode(200);
    given().header("Authorization", "bearer  " + token).get("/api/v1/jobs").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//api/v1/jobs",
        "/api//v1/jobs",
        "/api/v1//jobs",
        "/api/v1/jobs/",
        "/./api/v1/jobs",
        "/ui/../api/v1/jobs",
        "/ui/%2e%2e/api/v1/jobs",
        "/%61pi/v1/jobs",
        "/api%2Fv1/jobs",
        "/api;x=y/v1/jobs",
        "/api/v1;x=y/jobs",
        "/api/v1/jobs;x=y",
        "/API/v1/jobs",
        "/api/v1/jobs?signature=&expires=",
        "/api/v1/jobs?token=1.a",
        "/api/v1/nowhere",
        "/api/v1"
      })
  void no_spelling_of_an_address_leads_around_the_gate(String address) throws IOException {
    assertThat(status(address)).isIn(400, 401, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/ui/app.js", "/q/health/live", "/health", "/metrics", "/q/openapi"})
  void pages_health_and_description_are_open(String path) {
    given().get(path).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/ui/app.js", "/api/v1/jobs", "/q/health/live", "/nowhere"})
  void every_answer_has_the_security_headers(String path) {
    given()
        .get(path)
        .then()
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Content-Security-Policy", containsString("frame-ancestors"))
        .header("Strict-Transport-Security", nullValue());
    given()
        .header("X-Forwarded-Proto", "https")
        .get(path)
        .then()
        .header("Strict-Transport-Security", containsString("max-age="));
  }

  @Test
  void pages_run_no_inline_script() {
    given()
        .get("/")
        .then()
        .header("Content-Security-Policy", containsString("default-src 'self'"))
        .body(org.hamcrest.Matchers.not(containsString("<script>")))
        .body(org.hamcrest.Matchers.not(containsString(" style=")));
  }

  @Test
  void a_configured_frontend_may_call_and_no_other() {
    given()
        .header("Origin", SecuredProfile.FRONTEND)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization")
        .options("/api/v1/jobs")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", SecuredProfile.FRONTEND)
        .header("Access-Control-Allow-Headers", containsString("authorization"));
    given()
        .header("Origin", SecuredProfile.FRONTEND)
        .get("/api/v1/jobs")
        .then()
        .statusCode(401)
        .header("Access-Control-Allow-Origin", SecuredProfile.FRONTEND);
    given()
        .header("Origin", "https://elsewhere.example.org")
        .auth()
        .oauth2(issuer.token("alice"))
        .get("/api/v1/jobs")
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void a_large_body_arrives_whole_behind_the_gate() {
    byte[] bytes = new byte[3 << 20];
    new Random(7).nextBytes(bytes);
    String alice = issuer.token("alice");
    String job =
        given()
            .auth()
            .oauth2(alice)
            .contentType("application/json")
            .body(
                "{\"filename\": \"a.mp4\", \"file_size\": %d, \"content_type\": \"video/mp4\"}"
                    .formatted(bytes.length))
            .post("/api/v1/upload")
            .path("job_id");
    given()
        .auth()
        .oauth2(alice)
        .contentType("video/mp4")
        .body(bytes)
        .put("/api/v1/upload/" + job + "/file")
        .then()
        .statusCode(204);
    assertThat(given().auth().oauth2(alice).get("/api/v1/jobs/" + job + "/video").asByteArray())
        .isEqualTo(bytes);
  }

  /** The status of a bare GET whose address nothing puts in order on the way. */
  private int status(String address) throws IOException {
    URI at = URI.create(server.toString());
    try (Socket socket = new Socket(at.getHost(), at.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
              .formatted(address, at.getHost())
              .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }
}
