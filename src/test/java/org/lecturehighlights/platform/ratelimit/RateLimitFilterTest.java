package org.lecturehighlights.platform.ratelimit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.platform.security.TestIssuer;
import org.lecturehighlights.service.upload.RawHttp;

@QuarkusTest
@TestProfile(LimitedProfile.class)
class RateLimitFilterTest {
  private static final Set<String> METHODS =
      Set.of("get", "head", "options", "post", "put", "patch", "delete");
  private static final int MOST_ALLOWED = 10;

  @SuppressWarnings("NullAway.Init") // The resource of the profile puts it there.
  TestIssuer issuer;

  @Test
  void an_answer_tells_what_is_left() {
    as("reader")
        .get("/api/v1/jobs")
        .then()
        .statusCode(200)
        .header("RateLimit-Policy", "\"reads\";q=4;w=3600")
        .header("RateLimit", matchesPattern("\"reads\";r=3;t=900"));
    as("reader").get("/api/v1/jobs").then().header("RateLimit", containsString(";r=2;"));
  }

  @Test
  void who_asks_too_often_is_told_when_to_come_again() {
    announce("eager").statusCode(201);
    announce("eager").statusCode(201);
    announce("eager")
        .statusCode(429)
        .contentType("application/problem+json")
        .header("Retry-After", matchesPattern("1[78]\\d\\d"))
        .header("RateLimit", containsString("\"creations\";r=0;"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .body("error.code", equalTo("RATE_LIMITED"))
        .body("status", equalTo(429))
        .body("detail", containsString("More than 2 creations within 3600 seconds"));

    announce("calm").statusCode(201);
    as("eager").get("/api/v1/jobs").then().statusCode(200);
    as("eager").delete("/api/v1/jobs/job_none").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /api/v1/upload;x",
        "POST /api;x=y/v1/upload",
        "POST //api/v1/./upload/",
        "POST /%61pi/v1/upload",
        "POST /api/v1/uploads;x",
        "POST /api/v1/jobs;x",
        "POST /api/v1/jobs/job_none;x/retry",
        "PATCH /api/v1/uploads X-HTTP-Method-Override",
        "GET /api/v1/uploads;x X-HTTP-Method-Override",
        "DELETE /api/v1/uploads/ X-HTTP-Method-Override"
      })
  void a_creation_counts_as_one_however_it_is_spelled(String spelling) {
    String[] parts = spelling.split(" ");
    String policy =
        as("speller " + spelling)
            .noFilters() // the contract knows no such spellings
            .urlEncodingEnabled(false)
            .header("Content-Type", typeFor(parts[1]))
            .header(parts.length > 2 ? parts[2] : "X-Nothing", "POST")
            .request(parts[0], parts[1])
            .then()
            .extract()
            .header("RateLimit-Policy");
    assertThat(policy).startsWith("\"creations\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /api/v1/jobs/job_none/cancel",
        "POST /api/v1/upload/confirm application/json",
        "PATCH /api/v1/uploads/job_none",
        "PUT /api/v1/upload/job_none/file",
        "DELETE /api/v1/jobs/job_none"
      })
  void other_changes_count_as_writes(String operation) {
    String[] parts = operation.split(" ");
    as("writer " + operation)
        .header("Content-Type", parts.length > 2 ? parts[2] : "application/offset+octet-stream")
        .request(parts[0], parts[1])
        .then()
        .header("RateLimit-Policy", containsString("\"writes\""));
  }

  @Test
  void who_has_no_name_is_counted_by_address() throws IOException {
    for (int left = 7; left >= 0; left--) {
      assertThat(openSocket("192.0.2.7").headers().get("ratelimit"))
          .contains("\"reads\";r=" + left + ";");
    }
    RawHttp.Answer refused = openSocket("192.0.2.7");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers()).containsKey("retry-after");
    assertThat(openSocket("192.0.2.8").headers().get("ratelimit")).contains("r=7;");
    as("traveller")
        .header("X-Forwarded-For", "192.0.2.7")
        .get("/api/v1/jobs")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/ui/app.js", "/q/openapi", "/health", "/q/health/live", "/metrics"})
  void pages_health_and_description_are_not_counted(String path) {
    given().get(path).then().header("RateLimit", nullValue()).statusCode(200);
  }

  @Test
  void who_is_not_let_in_uses_nothing() {
    given().get("/api/v1/jobs").then().statusCode(401).header("RateLimit", nullValue());
  }

  @Test
  void every_operation_refuses_who_asked_too_often() {
    Map<String, Map<String, Object>> paths =
        given().get("/q/openapi?format=json").jsonPath().getMap("paths");
    paths.forEach((path, operations) -> {
      for (String method : operations.keySet()) {
        if (METHODS.contains(method)) {
          refusedInTheEnd(
              method.toUpperCase(Locale.ROOT),
              path.replaceAll("\\{[a-z_]+}", "none"),
              typeOf((Map<?, ?>) operations.get(method)));
        }
      }
    });
  }

  /** The first content type of the operation's body. */
  private static String typeOf(Map<?, ?> operation) {
    return operation.get("requestBody") instanceof Map<?, ?> body
            && body.get("content") instanceof Map<?, ?> content
        ? String.valueOf(content.keySet().iterator().next())
            .replace("*/*", "video/mp4")
            .replace("form-data", "form-data; boundary=x")
        : "application/json";
  }

  private static String typeFor(String spelling) {
    if (spelling.contains("jobs;x") && !spelling.contains("retry")) {
      return "multipart/form-data; boundary=x";
    }
    return spelling.contains("uploads") ? "application/offset+octet-stream" : "application/json";
  }

  private void refusedInTheEnd(String method, String path, String type) {
    int status = 0;
    for (int request = 0; request <= MOST_ALLOWED && status != 429; request++) {
      status = as("greedy").header("Content-Type", type).request(method, path).statusCode();
    }
    assertThat(status).as(method + " " + path).isEqualTo(429);
  }

  private RequestSpecification as(String user) {
    return given().auth().oauth2(issuer.token(user));
  }

  /** Opens a WebSocket, which names no caller while it is opened. */
  private static RawHttp.Answer openSocket(String address) throws IOException {
    try (RawHttp http = new RawHttp()) {
      return http.head(
              "GET",
              "/ws/jobs/job_none",
              "Connection",
              "Upgrade",
              "Upgrade",
              "websocket",
              "Sec-WebSocket-Version",
              "13",
              "Sec-WebSocket-Key",
              "dGhlIHNhbXBsZSBub25jZQ==",
              "X-Forwarded-For",
              address)
          .answer(false);
    }
  }

  private ValidatableResponse announce(String user) {
    return as(user)
        .contentType("application/json")
        .body("{\"filename\": \"a.mp4\", \"file_size\": 5, \"content_type\": \"video/mp4\"}")
        .post("/api/v1/upload")
        .then();
  }
}
