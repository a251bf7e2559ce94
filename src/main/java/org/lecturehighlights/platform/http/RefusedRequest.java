package org.lecturehighlights.platform.http;

import java.util.UUID;
import org.lecturehighlights.platform.problem.ProblemKind;

/** What to say of a request that the web server refuses before any of our code sees it. */
final class RefusedRequest {
  private RefusedRequest() {}

  /** The kind for an HTTP status from 400 on. */
  static ProblemKind kindOf(int status) {
    return switch (status) {
      case 401 -> ProblemKind.UNAUTHORIZED;
      case 403 -> ProblemKind.FORBIDDEN;
      case 404 -> ProblemKind.NOT_FOUND;
      case 405 -> ProblemKind.METHOD_NOT_ALLOWED;
      case 406 -> ProblemKind.NOT_ACCEPTABLE;
      case 408 -> ProblemKind.BODY_TOO_SLOW;
      case 413 -> ProblemKind.FILE_TOO_LARGE;
      case 415 -> ProblemKind.UNSUPPORTED_MEDIA_TYPE;
      case 416 -> ProblemKind.RANGE_NOT_SATISFIABLE;
      default -> status < 500 ? ProblemKind.MALFORMED_REQUEST : ProblemKind.INTERNAL_SERVER_ERROR;
    };
  }

  static String detailOf(ProblemKind kind) {
    return switch (kind) {
      case UNAUTHORIZED -> "Sign in and send the token with the request.";
      case FORBIDDEN -> "Ask somebody who has the role for it.";
      case NOT_FOUND -> "Check the address; the API is described at /q/swagger-ui.";
      case METHOD_NOT_ALLOWED -> "Use a method from the Allow header or see /q/swagger-ui.";
      case NOT_ACCEPTABLE -> "Accept application/json.";
      case FILE_TOO_LARGE -> "The request's body is larger than this server takes.";
      case BODY_TOO_SLOW -> "Send the body without long pauses.";
      case UNSUPPORTED_MEDIA_TYPE -> "Send the body in the content type that this address reads.";
      case RANGE_NOT_SATISFIABLE -> "Ask for a range that lies within the file.";
      default -> "The request's address, headers or body cannot be read.";
    };
  }

  static String incident(UUID incident) {
    return "Try again; if it stays so, report incident " + incident + " to the operator.";
  }
}
