package org.lecturehighlights.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The document says everything that a caller needs to know about every operation. */
@QuarkusTest
class OpenApiDocumentTest {
  /** The protocol of resumable uploads answers with headers only. */
  private static final String HEADERS_ALONE = "/api/v1/uploads";

  private final Contract contract = WatchContract.contract();

  @Test
  void every_operation_is_described_completely() throws Exception {
    Files.writeString(Path.of("target/openapi.json"), contract.document().toPrettyString());
    SoftAssertions wrong = new SoftAssertions();
    for (ApiOperation operation : contract.operations()) {
      JsonNode node = operation.node();
      wrong.assertThat(node.path("operationId").asText()).as("id of %s", operation).isNotBlank();
      wrong.assertThat(node.path("summary").asText()).as("summary of %s", operation).isNotBlank();
      wrong.assertThat(node.path("tags")).as("tags of %s", operation).isNotEmpty();
      for (JsonNode parameter : operation.parameters()) {
        String name = operation + " " + parameter.path("name").asText();
        wrong.assertThat(parameter.has("example")).as("example of %s", name).isTrue();
        wrong.assertThat(parameter.path("schema").has("type")).as("type of %s", name).isTrue();
      }
      operation
          .body()
          .ifPresent(body ->
              wrong
                  .assertThat(body.getValue().has("example"))
                  .as("example of the body of %s", operation)
                  .isTrue());
    }
    wrong.assertAll();
  }

  @Test
  void every_problem_has_its_schema_and_examples_of_its_codes() {
    SoftAssertions wrong = new SoftAssertions();
    for (ApiOperation operation : contract.operations()) {
      operation
          .node()
          .path("responses")
          .properties()
          .forEach(response -> {
            boolean problem = response.getKey().matches("[45]..");
            JsonNode body = response.getValue().at("/content/application~1problem+json");
            wrong
                .assertThat(body.isMissingNode())
                .as("problem of %s %s", operation, response.getKey())
                .isEqualTo(!problem);
            wrong
                .assertThat(problem && body.path("examples").isEmpty())
                .as("examples of %s %s", operation, response.getKey())
                .isFalse();
          });
    }
    wrong.assertAll();
  }

  /** A response that a resource describes loses its schema, unless {@code content} names it. */
  @Test
  void every_result_has_a_content_type_and_a_schema() {
    SoftAssertions wrong = new SoftAssertions();
    for (ApiOperation operation : contract.operations()) {
      if (operation.method().equals("HEAD") || operation.path().startsWith(HEADERS_ALONE)) {
        continue;
      }
      for (String status : List.of("200", "201", "202", "206")) {
        JsonNode response = operation.node().path("responses").path(status);
        wrong
            .assertThat(response.isMissingNode() || !response.path("content").isEmpty())
            .as("content of %s %s", operation, status)
            .isTrue();
      }
    }
    wrong.assertAll();
  }

  @Test
  void names_of_operations_are_unique_and_names_of_members_in_snake_case() {
    assertThat(contract.operations().stream().map(o -> o.node().path("operationId").asText()))
        .doesNotHaveDuplicates();
    List<String> members =
        StreamSupport.stream(contract.document().at("/components/schemas").spliterator(), false)
            .flatMap(schema -> schema.path("properties").properties().stream())
            .map(java.util.Map.Entry::getKey)
            .filter(name -> !name.equals("orderName") && !name.equals("writtenAt"))
            .toList();
    assertThat(members).isNotEmpty().allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
  }

  @Test
  void a_wrong_method_is_answered_with_the_allowed_ones() {
    io.restassured.RestAssured.given()
        .delete("/api/v1/upload")
        .then()
        .statusCode(405)
        .header("Allow", "OPTIONS, POST");
  }
}
