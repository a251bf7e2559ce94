package org.lecturehighlights.app.openapi;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * The problems of each operation: those that its resource declares, and those that all operations
 * of its kind have. A resource's own description of a status follows their codes.
 */
final class ProblemResponses {
  private static final String TYPE = "application/problem+json";

  /** The scanner's own text for operations whose parameters are validated. */
  private static final String SCANNERS_OWN = "Bad Request";

  private static final List<Parameter> NONE = List.of();

  /** The problems that a parameter brings, wherever it occurs. */
  private static final Map<String, Set<ProblemKind>> OF_PARAMETER =
      Map.of(
          "job_id", Set.of(ProblemKind.JOB_NOT_FOUND),
          "clip_id", Set.of(ProblemKind.CLIP_NOT_FOUND),
          "webhook_id", Set.of(ProblemKind.WEBHOOK_NOT_FOUND),
          "If-Match", Set.of(ProblemKind.PRECONDITION_FAILED),
          "Tus-Resumable", Set.of(ProblemKind.PROTOCOL_VERSION_UNSUPPORTED),
          "Idempotency-Key",
              Set.of(ProblemKind.IDEMPOTENCY_KEY_IN_USE, ProblemKind.IDEMPOTENCY_KEY_REUSED));

  private ProblemResponses() {}

  /**
   * Replaces the responses from 400 on.
   *
   * @param declared what the resource declares for this operation
   */
  static void complete(String where, String path, Operation operation, Set<ProblemKind> declared) {
    Map<Integer, Set<ProblemKind>> kinds = new TreeMap<>();
    Stream.concat(declared.stream(), common(path, operation).stream())
        .forEach(kind ->
            kinds.computeIfAbsent(kind.status(), _ -> EnumSet.noneOf(ProblemKind.class)).add(kind));
    Map<Integer, String> descriptions = descriptions(operation);
    if (!kinds.keySet().containsAll(descriptions.keySet())) {
      throw new IllegalStateException(
          "%s describes statuses of which it declares no problem: %s, not %s"
              .formatted(where, descriptions.keySet(), kinds.keySet()));
    }
    kinds.forEach((status, ofStatus) ->
        operation
            .getResponses()
            .addAPIResponse(String.valueOf(status), response(ofStatus, descriptions.get(status))));
  }

  /** The resource's own description of each status. */
  private static Map<Integer, String> descriptions(Operation operation) {
    Map<Integer, String> descriptions = new TreeMap<>();
    operation
        .getResponses()
        .getAPIResponses()
        .forEach((status, response) -> {
          if (isProblem(status) && !SCANNERS_OWN.equals(response.getDescription())) {
            descriptions.put(Integer.valueOf(status), response.getDescription());
          }
        });
    return descriptions;
  }

  private static boolean isProblem(String status) {
    return status.startsWith("4") || status.startsWith("5");
  }

  private static Set<ProblemKind> common(String path, Operation operation) {
    Set<ProblemKind> common =
        EnumSet.of(
            ProblemKind.MALFORMED_REQUEST,
            ProblemKind.UNAUTHORIZED,
            ProblemKind.TOKEN_INVALID,
            ProblemKind.LINK_INVALID,
            ProblemKind.RATE_LIMITED,
            ProblemKind.INTERNAL_SERVER_ERROR,
            ProblemKind.DATABASE_UNAVAILABLE,
            ProblemKind.IDENTITY_PROVIDER_UNAVAILABLE);
    if (negotiates(operation)) {
      common.add(ProblemKind.NOT_ACCEPTABLE);
    }
    if (servesParts(operation)) {
      common.add(ProblemKind.RANGE_NOT_SATISFIABLE);
    }
    if (path.contains("{")) {
      common.add(ProblemKind.NOT_FOUND);
    }
    for (Parameter parameter : Objects.requireNonNullElse(operation.getParameters(), NONE)) {
      common.add(ProblemKind.VALIDATION_ERROR);
      common.addAll(OF_PARAMETER.getOrDefault(parameter.getName(), Set.of()));
    }
    // An operation that reads no body refuses none for its size or type.
    if (operation.getRequestBody() != null) {
      common.addAll(
          Set.of(
              ProblemKind.VALIDATION_ERROR,
              ProblemKind.BODY_TOO_SLOW,
              ProblemKind.SERVER_BUSY,
              ProblemKind.BODY_TOO_LARGE,
              ProblemKind.FILE_TOO_LARGE,
              ProblemKind.UNSUPPORTED_MEDIA_TYPE));
    }
    return common;
  }

  /**
   * Files, which are served in parts too, have their own content type, whatever the caller accepts.
   */
  private static boolean negotiates(Operation operation) {
    Map<String, APIResponse> responses = operation.getResponses().getAPIResponses();
    return !servesParts(operation)
        && responses.entrySet().stream()
            .anyMatch(one -> one.getKey().startsWith("2") && one.getValue().getContent() != null);
  }

  private static boolean servesParts(Operation operation) {
    return operation.getResponses().hasAPIResponse("206");
  }

  private static APIResponse response(Set<ProblemKind> kinds, @Nullable String description) {
    String codes = kinds.stream().map(Enum::name).collect(Collectors.joining(", "));
    MediaType body = OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"));
    kinds.forEach(
        kind -> body.addExample(kind.name(), OASFactory.createExample().ref(kind.name())));
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(description == null ? codes : codes + ": " + description)
            .content(content(body));
    if (kinds.contains(ProblemKind.UNAUTHORIZED)) {
      CommonHeaders.refer(response, "WWW-Authenticate");
    }
    if (kinds.contains(ProblemKind.RATE_LIMITED) || kinds.contains(ProblemKind.SERVER_BUSY)) {
      CommonHeaders.refer(response, "Retry-After");
    }
    if (kinds.contains(ProblemKind.RANGE_NOT_SATISFIABLE)) {
      CommonHeaders.refer(response, "Content-Range");
    }
    return response;
  }

  private static Content content(MediaType body) {
    return OASFactory.createContent().addMediaType(TYPE, body);
  }
}
