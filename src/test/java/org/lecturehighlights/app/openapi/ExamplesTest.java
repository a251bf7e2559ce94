package org.lecturehighlights.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every example in the document is valid against its schema. */
@QuarkusTest
class ExamplesTest {
  private static final String OF_TESTS_ALONE = "/paths//api/v1/trouble";

  private final JsonNode document = WatchContract.contract().document();
  private final SchemaValidator validator =
      new SchemaValidator(
          Json.mapper().convertValue(document, OpenAPI.class), new MessageResolver());
  private final List<String> wrong = new ArrayList<>();
  private int examples;

  @Test
  void every_example_is_valid_against_its_schema() {
    visit("", document);
    assertThat(examples).isGreaterThan(500);
    assertThat(wrong).isEmpty();
  }

  /** Schemas have an example next to them or in them. */
  private void visit(String where, JsonNode node) {
    if (where.startsWith(OF_TESTS_ALONE)) {
      return;
    }
    JsonNode schema = node.has("schema") ? node.path("schema") : node;
    if (node.has("example") && (schema.has("type") || schema.has("$ref"))) {
      check(where, node.path("example"), schema);
    }
    if (node.has("schema")) {
      node.path("examples")
          .properties()
          .forEach(example ->
              check(
                  where + " " + example.getKey(),
                  resolved(example.getValue()).path("value"),
                  schema));
    }
    node.properties().forEach(member -> visit(where + "/" + member.getKey(), member.getValue()));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      visit(where + "/" + i, node.path(i));
    }
  }

  private void check(String where, JsonNode example, JsonNode schema) {
    examples++;
    validator
        .validate(() -> example, Json.mapper().convertValue(schema, Schema.class), "example")
        .getMessages()
        .forEach(message -> wrong.add(where + " " + example + ": " + message.getMessage()));
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }
}
