package org.lecturehighlights.platform.security;

import static io.restassured.RestAssured.given;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the running application says it can do. */
final class Operations {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");

  /** Resources that exist in tests alone. */
  private static final String TROUBLE = "/api/v1/trouble";

  private Operations() {}

  /** Method and path of each operation of the OpenAPI document. */
  static Set<String> all() {
    Map<String, Map<String, Object>> paths =
        given().get("/q/openapi?format=json").jsonPath().getMap("paths");
    return paths.entrySet().stream()
        .filter(path -> !path.getKey().startsWith(TROUBLE))
        .flatMap(path ->
            path.getValue().keySet().stream()
                .filter(METHODS::contains)
                .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
