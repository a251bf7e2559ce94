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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.platform.security.TestIssuer;

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

  @Test
  void who_has_no_name_is_counted_by_address() {
    for (int left = 7; left >= 0; left--) {
      nameless("192.0.2.7").header("RateLimit", containsString("\"reads\";r=" + left + ";"));
    }
    nameless("192.0.2.7").statusCode(429);
    nameless("192.0.2.8").header("RateLimit", containsString("r=7;"));
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
          refusedInTheEnd(method.toUpperCase(Locale.ROOT), path.replaceAll("\\{[a-z_]+}", "none"));
        }
      }
    });
  }

  private void refusedInTheEnd(String method, String path) {
    int status = 0;
    for (int request = 0; request <= MOST_ALLOWED && status != 429; request++) {
      status = as("greedy").request(method, path).statusCode();
    }
    assertThat(status).as(method + " " + path).isEqualTo(429);
  }

  private RequestSpecification as(String user) {
    return given().auth().oauth2(issuer.token(user));
  }

  /** No stream, but a request that nobody has to vouch for. */
  private static ValidatableResponse nameless(String address) {
    return given().header("X-Forwarded-For", address).get("/ws/jobs/job_none").then();
  }

  private ValidatableResponse announce(String user) {
    return as(user)
        .contentType("application/json")
        .body("{\"filename\": \"a.mp4\", \"file_size\": 5, \"content_type\": \"video/mp4\"}")
        .post("/api/v1/upload")
        .then();
  }
}
