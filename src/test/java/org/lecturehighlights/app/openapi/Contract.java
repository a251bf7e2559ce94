package org.lecturehighlights.app.openapi;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The document of a running application, and whether answers conform to it. */
final class Contract {
  private static final String API = "/api/v1/";

  /** Resources that exist only in tests and do undocumented things on purpose. */
  private static final String TROUBLE = "/api/v1/trouble";

  private final JsonNode document;
  private final OpenApiInteractionValidator validator;

  Contract(String json) {
    this.document = json(json);
    this.validator = OpenApiInteractionValidator.createForInlineApiSpecification(json).build();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode document() {
    return document;
  }

  /** Every operation but those of tests. */
  List<ApiOperation> operations() {
    return document.path("paths").properties().stream()
        .filter(path -> !path.getKey().startsWith(TROUBLE))
        .flatMap(path ->
            path.getValue().properties().stream()
                .filter(item -> item.getKey().matches("get|put|post|patch|delete|head|options"))
                .map(item ->
                    new ApiOperation(
                        item.getKey().toUpperCase(Locale.ROOT), path.getKey(), item.getValue())))
        .toList();
  }

  /** The operation that answered, if the document has it. */
  Optional<ApiOperation> operationOf(String method, String path) {
    return operations().stream()
        .filter(operation -> operation.method().equals(method) && matches(operation.path(), path))
        .min(Comparator.comparing(operation -> placeholders(operation.path())));
  }

  private static long placeholders(String template) {
    return template.chars().filter(c -> c == '{').count();
  }

  /** What the document does not allow in this answer. */
  List<String> violations(Answer answer) {
    // Answered by the server itself, without a body, before anything looks at a request whose head
    // is too long.
    boolean isUnread = List.of(414, 431).contains(answer.status());
    if (isUnread || answer.path().startsWith(TROUBLE)) {
      return List.of();
    }
    Optional<Map.Entry<String, JsonNode>> known =
        document.path("paths").properties().stream()
            .filter(path -> matches(path.getKey(), answer.path()))
            .min(Comparator.comparing(path -> placeholders(path.getKey())));
    if (known.isEmpty()) {
      return answer.path().startsWith(API) ? unrouted(answer, 404) : List.of();
    }
    JsonNode methods = known.get().getValue();
    String method = answer.method().toLowerCase(Locale.ROOT);
    // Unless documented otherwise, HEAD is GET without the body.
    if (method.equals("head") && !methods.has(method)) {
      method = "get";
    }
    if (!methods.has(method)) {
      return method.equals("options") ? List.of() : unrouted(answer, 405);
    }
    JsonNode responses = methods.path(method).path("responses");
    JsonNode response = responses.path(String.valueOf(answer.status()));
    if (response.isMissingNode()) {
      return List.of("status %d is not documented".formatted(answer.status()));
    }
    return answer.method().equals("HEAD")
        ? List.of()
        : validated(answer, known.get().getKey(), response);
  }

  private List<String> validated(Answer answer, String template, JsonNode documented) {
    if (!documented.has("content")) {
      return answer.body().isEmpty() ? List.of() : List.of("a body is not documented");
    }
    SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
    if (answer.contentType() != null) {
      response.withContentType(answer.contentType());
    }
    if (Answer.isJson(answer.contentType())) {
      response.withBody(answer.body());
    } else {
      return documentsType(documented, String.valueOf(answer.contentType()));
    }
    // The validator does not check values here, because its parser of addresses is stricter than
    // the server.
    String path = template.replaceAll("\\{[^}]+}", "x");
    Stream<String> wrong =
        validator
            .validateResponse(path, Request.Method.valueOf(answer.method()), response.build())
            .getMessages()
            .stream()
            .map(message -> message.getKey() + ": " + message.getMessage());
    return Stream.concat(wrong, undeclared(answer, documented).stream()).toList();
  }

  /** The code of a problem must be one of those that the operation declares for this status. */
  private static Optional<String> undeclared(Answer answer, JsonNode documented) {
    if (!answer.isProblem()) {
      return Optional.empty();
    }
    String code = json(answer.body()).at("/error/code").asText();
    return documented.at("/content/application~1problem+json/examples").has(code)
        ? Optional.empty()
        : Optional.of("problem %s is not declared".formatted(code));
  }

  private static List<String> documentsType(JsonNode documented, String type) {
    String plain = type.replaceFirst(";.*", "").strip();
    boolean known =
        Stream.of(documented.path("content"))
            .flatMap(content -> content.properties().stream())
            .map(content -> content.getKey().replaceFirst(";.*", "").strip())
            .anyMatch(allowed ->
                allowed.equals(plain)
                    || allowed.endsWith("/*")
                        && plain.startsWith(allowed.substring(0, allowed.length() - 1)));
    return known ? List.of() : List.of("content type %s is not documented".formatted(type));
  }

  /**
   * Authentication may refuse a request before its address is looked up; malformed addresses have
   * no other answer.
   */
  private static List<String> unrouted(Answer answer, int expected) {
    if (List.of(400, 401, 413).contains(answer.status())) {
      return answer.isProblem() ? List.of() : List.of("no problem");
    }
    if (answer.status() != expected) {
      return List.of("status %d instead of %d".formatted(answer.status(), expected));
    }
    if (expected == 405 && answer.allow() == null) {
      return List.of("405 without Allow");
    }
    return answer.isProblem() || answer.method().equals("HEAD") ? List.of() : List.of("no problem");
  }

  private static boolean matches(String template, String path) {
    return path.matches("\\Q" + template.replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q") + "\\E");
  }
}
