package org.lecturehighlights.platform.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.platform.database.PostgresResource;

/** Values that no table can hold are the caller's mistake, wherever they come in. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class UnstorableValuesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"url\": \"https://example.org/\", \"events\": [null]}",
        "{\"url\": \"https://example.org/\", \"events\": [null, \"job.completed\"]}",
        "{\"url\": \"https://example.org/\", \"events\": [\"job.completed\", null]}",
        "{\"url\": \"https://example.org/\\u0000\"}",
        "{\"url\": null, \"events\": [{}]}",
      })
  void a_webhook_with_such_a_member_is_refused(String json) {
    refused(given().contentType("application/json").body(json).post("/api/v1/webhooks"));
  }

  @Test
  void a_list_of_numbers_has_no_null_either() {
    refused(
        given()
            .contentType("application/json")
            .body("{\"order_name\": \"a\", \"sizes\": [1, null]}")
            .post("/api/v1/trouble"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1000000000-12-31T23:59:59Z",
        "-1000000000-01-01T00:00:00Z",
        "+294277-01-01T00:00:00Z",
        "-4714-01-01T00:00:00Z",
        "2026-13-01T00:00:00Z"
      })
  void a_cursor_beyond_time_is_refused(String moment) {
    for (String order : new String[] {"created_at", "-created_at"}) {
      String plain = order + "\n1\n" + moment;
      refused(
          given()
              .queryParam("sort", order)
              .queryParam(
                  "cursor",
                  Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8)))
              .get("/api/v1/jobs"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/jobs?q=%00",
        "/api/v1/jobs/a%00",
        "/api/v1/search?q=a%00b",
        "/api/v1/jobs;x=%00",
        "/api/v1/jobs?created_after=%2B1000000000-01-01T00:00:00Z"
      })
  void an_address_with_such_a_value_is_refused(String address) {
    refused(given().urlEncodingEnabled(false).get(address));
  }

  private static void refused(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isIn(400, 422);
  }
}
