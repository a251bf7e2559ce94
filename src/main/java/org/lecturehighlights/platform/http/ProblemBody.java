package org.lecturehighlights.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * A problem as callers read it: the members of RFC 9457, and once more what the predecessor's
 * frontend looks for in {@code error}.
 *
 * @param type stable name of the kind of problem
 * @param instance path of the request that met the problem
 */
@RegisterForReflection(targets = {ProblemBody.class, ProblemBody.Error.class})
record ProblemBody(
    String type, String title, int status, String detail, String instance, Error error) {

  static final String CONTENT_TYPE = "application/problem+json";

  /**
   * The short form.
   *
   * @param field of the request in snake case, parts joined by dots, where one is to blame
   */
  @SuppressWarnings("AvoidCommonTypeNames") // the name of its schema in the API
  record Error(
      String code,
      String message,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String field) {}

  static ProblemBody of(
      ProblemKind kind, String detail, @Nullable String field, String requestPath) {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new ProblemBody(
        "urn:lecture-highlights:problem:" + name,
        kind.title(),
        kind.status(),
        detail,
        requestPath,
        new Error(kind.name(), detail, field));
  }
}
