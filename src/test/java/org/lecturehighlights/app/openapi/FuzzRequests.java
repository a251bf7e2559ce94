package org.lecturehighlights.app.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes requests for an operation from its description; the same seed makes the same requests. */
final class FuzzRequests {
  private static final List<String> TYPES =
      List.of("text/plain", "application/xml", "multipart/form-data", "nonsense", "a/b; c=\"");

  private final JsonNode document;
  private final ApiOperation operation;
  private final List<Map<String, String>> known;

  /**
   * @param known values that exist, by name of the parameter
   */
  FuzzRequests(JsonNode document, ApiOperation operation, List<Map<String, String>> known) {
    this.document = document;
    this.operation = operation;
    this.known = known;
  }

  FuzzRequest next(long seed) {
    Random random = new Random(seed);
    WildValues values = new WildValues(random);
    Map<String, String> existing = known.get(random.nextInt(known.size()));
    String path = operation.path();
    StringBuilder query = new StringBuilder();
    Map<String, String> headers = new LinkedHashMap<>();
    for (JsonNode parameter : operation.parameters()) {
      String name = parameter.path("name").asText();
      boolean asItShouldBe = random.nextInt(5) < 3;
      String usual = existing.getOrDefault(name, usual(parameter.path("example")));
      String value = asItShouldBe ? usual : values.parameter(parameter.path("schema"));
      switch (parameter.path("in").asText()) {
        case "path" -> path = path.replace("{" + name + "}", encoded(value));
        case "query" -> {
          if (random.nextInt(4) > 0) {
            query.append('&').append(name).append('=').append(encoded(value));
          }
        }
        default -> {
          if (random.nextInt(4) == 0
              || parameter.path("required").asBoolean() && random.nextInt(8) > 0) {
            headers.put(name, printable(value));
          }
        }
      }
    }
    if (random.nextInt(6) == 0) {
      query.append('&').append(encoded(values.text())).append('=').append(encoded(values.text()));
    }
    oddHeaders(headers, random, values);
    byte[] body = new byte[0];
    if (operation.body().isPresent()) {
      var described = operation.body().get();
      body =
          new WildBodies(document, random, values)
              .body(described.getKey(), described.getValue(), existing);
      headers.put("Content-Type", contentType(described.getKey(), random));
    }
    String asked = query.isEmpty() ? path : path + "?" + query.substring(1);
    return new FuzzRequest(operation.method(), asked, headers, body);
  }

  /** One value for a parameter that is a list. */
  private static String usual(JsonNode example) {
    return example.isArray() ? example.path(0).asText() : example.asText("x");
  }

  private static String contentType(String documented, Random random) {
    if (random.nextInt(8) == 0) {
      return TYPES.get(random.nextInt(TYPES.size()));
    }
    if (documented.startsWith("multipart/")) {
      return documented + "; boundary=" + WildBodies.BOUNDARY;
    }
    return documented.contains("*") ? "video/mp4" : documented;
  }

  private static void oddHeaders(Map<String, String> headers, Random random, WildValues values) {
    switch (random.nextInt(12)) {
      case 0 -> headers.put("Accept", "application/x-nothing");
      case 1 -> headers.put("Accept", printable(values.text()));
      case 2 -> headers.put("Authorization", printable(values.text()));
      case 3 -> headers.put("X-Request-ID", printable(values.text()));
      case 4 -> headers.put("Origin", printable(values.text()));
      case 5 -> headers.put("Cookie", printable(values.text()));
      case 6 -> headers.put("Accept-Language", printable(values.text()));
      default -> {}
    }
  }

  /** The client refuses to send characters that could never arrive. */
  private static String printable(String text) {
    String sent = text.replaceAll("[^\\x20-\\x7E]", "?").strip();
    return sent.isEmpty() ? "x" : sent;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
