package org.lecturehighlights.platform.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes beside the endpoints where an operator closed some. */
@QuarkusTest
@TestProfile(OpenRoutesTest.ClosingProfile.class)
class OpenRoutesTest {
  @SuppressWarnings("NullAway.Init") // The resource of the profile puts it there.
  TestIssuer issuer;

  /** A secured server whose operator closed metrics and the description of the API. */
  public static final class ClosingProfile implements QuarkusTestProfile {
    private final SecuredProfile secured = new SecuredProfile();

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(secured.getConfigOverrides());
      settings.put("lecture.security.protected-paths", "/q/metrics,/q/openapi,/q/swagger-ui,/ui");
      return settings;
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return secured.testResources();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/metrics",
        "/metrics",
        "/metrics/",
        "//metrics",
        "/%6detrics",
        "/x/../metrics",
        "/q/openapi",
        "/q/openapi.json",
        "/q/openapi.yaml",
        "/q/openapi.yml",
        "/q/openapi/",
        "/q//openapi.json",
        "/q/%6fpenapi.json",
        "/q/openapi?format=json",
        "/q/swagger-ui",
        "/q/swagger-ui/",
        "/q/swagger-ui/index.html",
        "/ui/app.js",
        "/ui//app.js",
        "/ui/%61pp.js",
        UndeclaredRoute.PATH,
        UndeclaredRoute.PATH + "/x/more"
      })
  void what_is_closed_is_closed_under_every_address(String path) {
    given()
        .urlEncodingEnabled(false)
        .redirects()
        .follow(false)
        .get(path)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("error.code", equalTo("UNAUTHORIZED"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/metrics",
        "/metrics",
        "/q/openapi.json",
        "/q/openapi.yaml",
        "/ui/app.js",
        UndeclaredRoute.PATH
      })
  void a_caller_may_have_it(String path) {
    given().auth().oauth2(issuer.token("alice")).get(path).then().statusCode(200);
    given().auth().oauth2("not.a.token").get(path).then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/health", "/q/health", "/q/health/live"})
  void the_rest_stays_open(String path) {
    given().get(path).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/jobs", "/ws/connections/stats"})
  void a_list_without_the_endpoints_opens_none(String path) {
    given().get(path).then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/q/nowhere", "/api/v1/nowhere", "/metricsx", "/q/openapi.x"})
  void what_does_not_exist_is_not_found(String path) {
    given().get(path).then().statusCode(404);
  }
}
