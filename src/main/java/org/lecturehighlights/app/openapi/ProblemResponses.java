package org.lecturehighlights.app.openapi;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * The problems of each operation: those that its resource names by their codes in the description
 * of a response, and those that any operation of its sort has.
 */
final class ProblemResponses {
  private static final String TYPE = "application/problem+json";

  /** What the scanner itself says of operations whose parameters are validated. */
  private static final String SCANNERS_OWN = "Bad Request";

  private static final Pattern NOT_A_CODE = Pattern.compile("[^A-Z_]+");

  private static final Map<String, ProblemKind> KINDS =
      Arrays.stream(ProblemKind.values()).collect(Collectors.toMap(Enum::name, kind -> kind));

  private static final List<Parameter> NONE = List.of();

  /** What comes with a parameter, wherever it stands. */
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

  /** Replaces the responses from 400 on. */
  static void complete(String where, String path, Operation operation) {
    Map<Integer, Set<ProblemKind>> kinds = new TreeMap<>();
    Map<Integer, String> descriptions = new LinkedHashMap<>();
    operation
        .getResponses()
        .getAPIResponses()
        .forEach((status, response) -> {
          if (isProblem(status) && !SCANNERS_OWN.equals(response.getDescription())) {
            descriptions.put(Integer.valueOf(status), response.getDescription());
            named(where, status, response).forEach(kind -> add(kinds, kind));
          }
        });
    common(path, operation).forEach(kind -> add(kinds, kind));
    kinds.forEach((status, ofStatus) ->
        operation
            .getResponses()
            .addAPIResponse(String.valueOf(status), response(ofStatus, descriptions.get(status))));
  }

  private static boolean isProblem(String status) {
    return status.startsWith("4") || status.startsWith("5");
  }

  private static void add(Map<Integer, Set<ProblemKind>> kinds, ProblemKind kind) {
    kinds.computeIfAbsent(kind.status(), _ -> EnumSet.noneOf(ProblemKind.class)).add(kind);
  }

  private static List<ProblemKind> named(String where, String status, APIResponse response) {
    String description = String.valueOf(response.getDescription());
    List<ProblemKind> named =
        NOT_A_CODE.splitAsStream(description).filter(KINDS::containsKey).map(KINDS::get).toList();
    if (named.isEmpty() || named.stream().anyMatch(kind -> !status.equals("" + kind.status()))) {
      throw new IllegalStateException(
          "%s: the description of %s must name codes of that status, not: %s"
              .formatted(where, status, description));
    }
    return named;
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
    if (path.contains("{")) {
      common.add(ProblemKind.NOT_FOUND);
    }
    for (Parameter parameter : Objects.requireNonNullElse(operation.getParameters(), NONE)) {
      common.add(ProblemKind.VALIDATION_ERROR);
      common.addAll(OF_PARAMETER.getOrDefault(parameter.getName(), Set.of()));
    }
    // Nothing is refused for its size or type where no body is read.
    if (operation.getRequestBody() != null) {
      common.addAll(
          Set.of(
              ProblemKind.VALIDATION_ERROR,
              ProblemKind.BODY_TOO_LARGE,
              ProblemKind.FILE_TOO_LARGE,
              ProblemKind.UNSUPPORTED_MEDIA_TYPE));
    }
    return common;
  }

  /** Files, of which parts may be had, are served as what they are, whatever is accepted. */
  private static boolean negotiates(Operation operation) {
    Map<String, APIResponse> responses = operation.getResponses().getAPIResponses();
    return !responses.containsKey("206")
        && responses.entrySet().stream()
            .anyMatch(one -> one.getKey().startsWith("2") && one.getValue().getContent() != null);
  }

  private static APIResponse response(Set<ProblemKind> kinds, @Nullable String said) {
    String codes = kinds.stream().map(Enum::name).collect(Collectors.joining(", "));
    String unsaid =
        kinds.stream()
            .map(Enum::name)
            .filter(code -> said != null && !said.contains(code))
            .collect(Collectors.joining(", "));
    MediaType body = OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"));
    kinds.forEach(
        kind -> body.addExample(kind.name(), OASFactory.createExample().ref(kind.name())));
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(said == null ? codes : unsaid.isEmpty() ? said : said + "; " + unsaid)
            .content(content(body));
    if (kinds.contains(ProblemKind.UNAUTHORIZED)) {
      CommonHeaders.refer(response, "WWW-Authenticate");
    }
    if (kinds.contains(ProblemKind.RATE_LIMITED)) {
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
