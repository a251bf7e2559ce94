package org.lecturehighlights.app.observability;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lecturehighlights.platform.database.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HealthAliasesTest {
  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource(value = "/", management = true)
  URI management;

  @Test
  void health_answers_where_existing_monitors_ask() {
    given().get("/health").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void metrics_answer_where_existing_monitors_ask() {
    given().get("/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
  }

  @ParameterizedTest
  @MethodSource("org.lecturehighlights.shipping.ProbePaths#all")
  void probes_answer_the_same_on_the_management_port(String path) throws Exception {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> {
          given().get(path).then().statusCode(200).body("status", equalTo("UP"));
          given()
              .get(management.resolve(path))
              .then()
              .statusCode(200)
              .body("status", equalTo("UP"));
        });
  }

  @Test
  void metrics_answer_the_same_on_the_management_port() {
    for (URI address : List.of(management.resolve("/q/metrics"), URI.create("/q/metrics"))) {
      given().get(address).then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }
  }

  @Test
  void the_openapi_document_names_the_endpoints() {
    given()
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .body(containsString("/api/v1/jobs/{job_id}/events"))
        .body(containsString("job_id"));
  }

  @Test
  void the_pages_about_the_api_are_on_the_port_of_the_api() {
    given().get("/q/swagger-ui/").then().statusCode(200);
  }

  @Test
  void a_worker_is_ready_when_its_ffmpeg_can_do_what_it_needs() {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() ->
            given()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'ffmpeg' }.data.state", equalTo("ok")));
  }
}
