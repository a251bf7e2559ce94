package org.lecturehighlights.app.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Values that often break programs, and those at the bounds of a schema. */
final class WildValues {
  private static final List<String> TEXTS =
      List.of(
          " ",
          "\u0000",
          "a\u0000b",
          "x".repeat(256),
          "y".repeat(3000),
          "💥ü\u202e漢",
          "\uFFFF",
          "../../etc/passwd",
          "..%2f..%2fetc",
          "' or '1'='1",
          "<script>alert(1)</script>",
          "null",
          "NaN",
          "Infinity",
          "1e400",
          "-1",
          "0",
          "00",
          "1.5",
          "2147483648",
          "9223372036854775808",
          "true",
          "a,b",
          "a;b=c",
          "%",
          "\r\nX-Injected: 1",
          "{\"a\":1}",
          "[]",
          "job_0123456789ab",
          "2026-13-45T99:99:99Z");

  private final Random random;

  WildValues(Random random) {
    this.random = random;
  }

  String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  /** A value for a parameter: at the bounds, from the enumeration, or anything. */
  String parameter(JsonNode schema) {
    List<String> values = new ArrayList<>();
    schema.path("enum").forEach(value -> values.add(value.asText()));
    for (JsonNode bound : List.of(schema.path("minimum"), schema.path("maximum"))) {
      if (bound.isNumber()) {
        BigDecimal at = bound.decimalValue();
        values.add(at.toPlainString());
        values.add(at.add(BigDecimal.ONE).toPlainString());
        values.add(at.subtract(BigDecimal.ONE).toPlainString());
      }
    }
    return values.isEmpty() || random.nextInt(3) == 0
        ? text()
        : values.get(random.nextInt(values.size()));
  }

  /** A value for a member of a JSON body, often of another type. */
  JsonNode member(JsonNode schema) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (random.nextInt(10)) {
      case 0 -> json.nullNode();
      case 1 -> json.booleanNode(random.nextBoolean());
      case 2 -> json.numberNode(random.nextInt());
      case 3 -> json.numberNode(new BigDecimal("1e400"));
      case 4 -> json.arrayNode().add(json.arrayNode().add(text()));
      case 5 -> json.objectNode().put("a", text());
      case 6 -> json.textNode("z".repeat(60_000));
      case 7 -> number(schema);
      default -> json.textNode(text());
    };
  }

  private JsonNode number(JsonNode schema) {
    String value = parameter(schema);
    return value.matches("-?[0-9]{1,18}")
        ? JsonNodeFactory.instance.numberNode(Long.parseLong(value))
        : JsonNodeFactory.instance.textNode(value);
  }
}
