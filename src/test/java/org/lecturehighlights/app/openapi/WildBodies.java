package org.lecturehighlights.app.openapi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Bodies derived from the document's example: a little wrong, very wrong, or right. */
final class WildBodies {
  static final String BOUNDARY = "----boundary";

  private final JsonNode document;
  private final Random random;
  private final WildValues values;

  WildBodies(JsonNode document, Random random, WildValues values) {
    this.document = document;
    this.random = random;
    this.values = values;
  }

  /**
   * @param type the content type that the operation documents
   * @param media its schema and example
   */
  byte[] body(String type, JsonNode media, Map<String, String> known) {
    if (type.startsWith("multipart/")) {
      return multipart(resolved(media.path("schema")));
    }
    return type.contains("json") ? json(media, known) : bytes(random.nextInt(20_000));
  }

  private byte[] json(JsonNode media, Map<String, String> known) {
    if (random.nextInt(5) == 0) {
      return broken();
    }
    if (!(media.path("example") instanceof ObjectNode example)) {
      return "{}".getBytes(UTF_8);
    }
    ObjectNode body = example.deepCopy();
    known.forEach((name, value) -> {
      if (body.has(name)) {
        body.put(name, value);
      }
    });
    for (int mutations = random.nextInt(3); mutations > 0; mutations--) {
      mutate(body, resolved(media.path("schema")));
    }
    return body.toString().getBytes(UTF_8);
  }

  private void mutate(ObjectNode body, JsonNode schema) {
    List<String> names = new ArrayList<>();
    body.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty()) {
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    JsonNode member = resolved(schema.path("properties").path(name));
    if (body.get(name) instanceof ObjectNode below && random.nextInt(3) > 0) {
      mutate(below, member);
      return;
    }
    switch (random.nextInt(4)) {
      case 0 -> body.remove(name);
      case 1 -> body.set(values.text(), values.member(member));
      default -> body.set(name, values.member(member));
    }
  }

  private byte[] broken() {
    return switch (random.nextInt(9)) {
      case 0 -> new byte[0];
      case 1 -> "{".getBytes(UTF_8);
      case 2 -> "[]".getBytes(UTF_8);
      case 3 -> "null".getBytes(UTF_8);
      case 4 -> "[".repeat(5000).getBytes(UTF_8);
      case 5 -> "{\"job_id\": \"".getBytes(UTF_8);
      case 6 -> "{\"job_id\": \"\u00e9\"}".getBytes(ISO_8859_1);
      case 7 -> "{\"job_id\": \"\\ud800\", \"filename\": \"\\u0000\"}".getBytes(UTF_8);
      default -> bytes(200);
    };
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] multipart(JsonNode schema) {
    StringBuilder form = new StringBuilder();
    schema
        .path("properties")
        .properties()
        .forEach(part -> {
          if (random.nextInt(3) > 0) {
            form.append("--").append(BOUNDARY).append("\r\n");
            form.append(part(part.getKey(), part.getValue())).append("\r\n");
          }
        });
    form.append("--").append(BOUNDARY).append("--\r\n");
    String whole = form.toString();
    String sent =
        random.nextInt(6) == 0 ? whole.substring(0, random.nextInt(whole.length())) : whole;
    return sent.getBytes(UTF_8);
  }

  private String part(String name, JsonNode schema) {
    String head = "Content-Disposition: form-data; name=\"" + name + '"';
    if (!"binary".equals(schema.path("format").asText())) {
      return head + "\r\n\r\n" + values.text();
    }
    String fileName =
        random.nextBoolean() ? "lecture.mp4" : values.text().replaceAll("[\r\n\"]", "");
    return head
        + "; filename=\""
        + fileName
        + "\"\r\nContent-Type: "
        + (random.nextInt(4) == 0 ? "text/plain" : "video/mp4")
        + "\r\n\r\n"
        + (random.nextInt(4) == 0 ? "" : "\u0000\u0000\u0000\u0018ftypmp42" + values.text());
  }

  private JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.isEmpty() ? schema : document.at(reference.substring(1));
  }
}
