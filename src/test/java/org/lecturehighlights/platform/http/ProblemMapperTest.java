package org.lecturehighlights.platform.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehighlights.platform.database.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ProblemMapperTest {
  private static final String TROUBLE = "/api/v1/trouble";

  @Test
  void a_problem_is_told_in_both_shapes() {
    assertProblem(given().get(TROUBLE + "/known"), 422, "EMPTY_FILE")
        .body("type", equalTo("urn:lecture-highlights:problem:empty-file"))
        .body("title", equalTo("The file is empty"))
        .body("detail", equalTo("Upload the file again."))
        .body("instance", equalTo(TROUBLE + "/known"))
        .body("error.message", equalTo("Upload the file again."))
        .body("error.field", equalTo("file"));
  }

  @Test
  void an_unknown_failure_tells_an_incident_and_nothing_else() {
    String body =
        assertProblem(given().get(TROUBLE + "/unknown"), 500, "INTERNAL_SERVER_ERROR")
            .body("detail", matchesPattern(".*incident [0-9a-f-]{36} .*"))
            .extract()
            .asString();

    assertThat(body).doesNotContain("secret", "IllegalState", "org.");
  }

  @Test
  void an_answer_of_ours_that_breaks_its_promise_is_our_fault() {
    assertProblem(given().get(TROUBLE + "/wrong-answer"), 500, "INTERNAL_SERVER_ERROR");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"order_name":"far too long"}                            | VALIDATION_ERROR  | order_name
          {}                                                       | VALIDATION_ERROR  | order_name
          {"order_name":"a","first_detail":{"clip_count":0}}       | VALIDATION_ERROR  | first_detail.clip_count
          {"order_name":"a","first_detail":{"clip_count":"many"}}  | MALFORMED_REQUEST | first_detail.clip_count
          {"order_name":"a","first_detail":{"clip_count":1.5}}     | MALFORMED_REQUEST | first_detail.clip_count
          {"order_name":"a","sizes":[1,{}]}                        | MALFORMED_REQUEST | sizes.1
          {"order_name":["a"]}                                     | MALFORMED_REQUEST | order_name
          {"order_name":"a                                         | MALFORMED_REQUEST |
          order                                                    | MALFORMED_REQUEST |
          [1,2]                                                    | MALFORMED_REQUEST |
          null                                                     | VALIDATION_ERROR  | order
          """)
  void a_bad_body_names_its_field(String body, String code, String field) {
    Response response = given().contentType("application/json").body(body).post(TROUBLE);

    assertProblem(response, 400, code).body("error.field", equalTo(field));
  }

  @Test
  void members_that_we_do_not_know_are_ignored_and_ours_are_in_snake_case() {
    given()
        .contentType("application/json")
        .body("{\"order_name\":\"a\",\"colour\":\"red\"}")
        .post(TROUBLE)
        .then()
        .statusCode(200)
        .body(equalTo("{\"written_at\":\"2026-01-02T03:04:05Z\",\"nothing_here\":null}"));
  }

  @Test
  void a_parameter_of_the_address_is_named_too() {
    assertProblem(given().get(TROUBLE + "/page?limit=0"), 400, "VALIDATION_ERROR")
        .body("error.field", equalTo("limit"))
        .body("detail", containsString("greater than or equal to 1"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /api/v1/nothing,             404, NOT_FOUND",
    "GET,    /nothing.html,               404, NOT_FOUND",
    "DELETE, /api/v1/trouble,             405, METHOD_NOT_ALLOWED",
    "POST,   /api/v1/trouble/known,       405, METHOD_NOT_ALLOWED",
  })
  void addresses_and_methods_that_do_not_exist_are_told_in_the_same_shape(
      String method, String path, int status, String code) {
    assertProblem(given().request(method, path), status, code);
  }

  @Test
  void content_types_that_are_not_read_or_written_are_told_in_the_same_shape() {
    assertProblem(
        given().contentType("text/csv").body("a,b").post(TROUBLE), 415, "UNSUPPORTED_MEDIA_TYPE");
    assertProblem(given().accept("image/png").get(TROUBLE + "/known"), 406, "NOT_ACCEPTABLE");
  }

  @Test
  void a_missing_part_is_named() {
    assertProblem(
            given().multiPart("other", "text").post(TROUBLE + "/parts"), 400, "VALIDATION_ERROR")
        .body("error.field", equalTo("file"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          multipart/form-data            | no boundary     | VALIDATION_ERROR
          multipart/form-data;boundary=b | no part         | MALFORMED_REQUEST
          multipart/form-data;boundary=b | --b~~Content-Di | MALFORMED_REQUEST
          """)
  void a_malformed_multipart_body_is_the_callers_fault(String type, String body, String code)
      throws IOException {
    String answer =
        exchange(
            """
            POST /api/v1/trouble/parts HTTP/1.1
            Host: localhost
            Connection: close
            Content-Type: %s
            Content-Length: %d

            """
                    .formatted(type, body.length())
                + body.replace("~~", "\n"));

    assertThat(answer).startsWith("HTTP/1.1 400").contains("problem+json").contains(code);
  }

  @Test
  void a_body_that_is_declared_too_large_is_refused_before_it_is_read() throws IOException {
    String answer =
        exchange(
            """
            POST /api/v1/trouble/bytes HTTP/1.1
            Host: localhost
            Connection: close
            Content-Type: application/octet-stream
            Content-Length: 99000000000

            """);

    assertThat(answer)
        .startsWith("HTTP/1.1 413")
        .contains("application/problem+json")
        .contains("FILE_TOO_LARGE")
        .contains("/api/v1/trouble/bytes");
  }

  /** As it is, since clients correct what they send. */
  private static String exchange(String request) throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Test
  void static_files_are_served_all_the_same() {
    given().get("/").then().statusCode(200).contentType(containsString("text/html"));
    given().get("/q/openapi").then().statusCode(200).body(not(containsString("orderName")));
  }

  private static ValidatableResponse assertProblem(Response response, int status, String code) {
    return response
        .then()
        .log()
        .ifValidationFails()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("error.code", equalTo(code));
  }

  @Test
  void a_parameter_of_the_wrong_type_is_the_callers_mistake() {
    given()
        .get("/api/v1/trouble/page?limit=many")
        .then()
        .statusCode(400)
        .body("error.code", equalTo("VALIDATION_ERROR"));
  }
}
