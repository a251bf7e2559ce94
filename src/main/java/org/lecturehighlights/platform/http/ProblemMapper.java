package org.lecturehighlights.platform.http;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.http.body.StreamedBody;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** The one place that turns what goes wrong into answers. */
class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  /** Answers from 500 on that are no failure: a log full of them would hide those that are. */
  private static final Set<ProblemKind> EXPECTED =
      Set.of(ProblemKind.NOT_IMPLEMENTED, ProblemKind.SERVER_BUSY);

  /** Causes can run in a circle. */
  private static final int DEEPEST_CAUSE = 20;

  private static final String MULTIPART = "org.jboss.resteasy.reactive.server.core.multipart.";

  /** What streams the bodies of requests. */
  private static final String BODY = StreamedBody.class.getName();

  /**
   * SQL states of connections that break (08), of servers that stop or have no connection to spare
   * (57P, 53), after PostgreSQL's table of error codes.
   */
  private static final Pattern AWAY = Pattern.compile("08.*|57P.*|53.*");

  /**
   * SQL states of texts with a zero byte or half a character, and of numbers and moments beyond
   * their column: where a check is missing, the database is the last one to refuse them.
   */
  private static final Pattern UNSTORABLE = Pattern.compile("22021|22P05|22003|22008|22007");

  @ServerExceptionMapper
  Response known(Problem thrown, HttpServerRequest request) {
    Problem problem = problemBehind(thrown).orElse(thrown);
    boolean ours = problem.kind().status() >= 500 && !EXPECTED.contains(problem.kind());
    if (ours && !callerLeft(problem)) {
      LOG.errorf(problem, "%s %s: %s", request.method(), request.path(), problem.kind());
    } else {
      LOG.debugf(problem, "%s %s: %s", request.method(), request.path(), problem.kind());
    }
    return answer(problem.kind(), problem.detail(), problem.field(), request);
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException failure, HttpServerRequest request) {
    if (failure.getConstraintViolations().stream().anyMatch(ProblemMapper::isOurAnswer)) {
      return unknown(failure, request);
    }
    Map<String, String> sentences = new TreeMap<>();
    failure.getConstraintViolations().stream()
        .sorted(Comparator.comparing(ConstraintViolation::getMessage))
        .forEach(v -> sentences.putIfAbsent(RequestField.of(v), v.getMessage()));
    List<String> told =
        sentences.entrySet().stream().map(e -> (e.getKey() + " " + e.getValue()).strip()).toList();
    String field = sentences.keySet().stream().findFirst().orElse(null);
    return answer(ProblemKind.VALIDATION_ERROR, String.join("; ", told) + ".", field, request);
  }

  /** JSON that is sound, but not of our shape. */
  @ServerExceptionMapper
  Response mismatched(MismatchedInputException failure, HttpServerRequest request) {
    LOG.debugf(failure, "%s %s: JSON of the wrong shape", request.method(), request.path());
    String field = RequestField.of(failure);
    String detail = (field == null ? "The body" : field) + " has a value of the wrong type.";
    return answer(ProblemKind.MALFORMED_REQUEST, detail, field, request);
  }

  /**
   * More specific than the one that the framework brings, so that ours is taken. A query parameter
   * that is no number is no missing address, although JAX-RS calls it so.
   */
  @ServerExceptionMapper
  Response missing(NotFoundException failure, HttpServerRequest request) {
    if (failure.getCause() == null) {
      return refused(failure, request);
    }
    String detail = "A parameter of the address has a value of the wrong type.";
    return answer(ProblemKind.VALIDATION_ERROR, detail, null, request);
  }

  /** The framework looks at content types before the endpoint's filters ask who calls. */
  @ServerExceptionMapper
  Response refused(
      WebApplicationException failure, HttpServerRequest request, RoutingContext context) {
    return PendingRefusal.of(context)
        .map(first -> known(first, request))
        .orElseGet(() -> refused(failure, request));
  }

  private Response refused(WebApplicationException failure, HttpServerRequest request) {
    Response original = failure.getResponse();
    if (original.getStatus() < 400) {
      return original;
    }
    ProblemKind kind = RefusedRequest.kindOf(original.getStatus());
    if (kind == ProblemKind.INTERNAL_SERVER_ERROR) {
      return unknown(failure, request);
    }
    LOG.debugf(failure, "%s %s: %s", request.method(), request.path(), kind);
    Response.ResponseBuilder answer =
        Response.fromResponse(answer(kind, RefusedRequest.detailOf(kind), null, request));
    String allowed = original.getHeaderString(HttpHeaders.ALLOW);
    return (allowed == null ? answer : answer.header(HttpHeaders.ALLOW, allowed)).build();
  }

  /** JSON that is nested too deep, or has numbers and names that are too long. */
  @ServerExceptionMapper
  Response excessive(StreamConstraintsException failure, HttpServerRequest request) {
    return refused(new BadRequestException(failure), request);
  }

  /** Multipart bodies that break off or are none at all meet the framework as failed reading. */
  @ServerExceptionMapper
  Response unread(IOException failure, HttpServerRequest request) {
    return isThrownBy(MULTIPART, failure)
        ? refused(new BadRequestException(failure), request)
        : unknown(failure, request);
  }

  /** The caller gets a name for the incident, under which the log tells what happened. */
  @ServerExceptionMapper
  Response unknown(Throwable failure, HttpServerRequest request) {
    Optional<Problem> cause = problemBehind(failure);
    if (cause.isPresent()) {
      return known(cause.get(), request);
    }
    if (callerLeft(failure)) {
      return refused(new BadRequestException(failure), request);
    }
    if (isDatabaseAway(failure)) {
      String detail = "The database does not answer at the moment; try again in a few seconds.";
      return known(Problem.of(ProblemKind.DATABASE_UNAVAILABLE, detail, failure), request);
    }
    if (hasState(failure, UNSTORABLE)) {
      LOG.warnf(failure, "%s %s: a value that no check refused", request.method(), request.path());
      String detail = "A value of the request cannot be stored; it may hold a zero byte.";
      return answer(ProblemKind.VALIDATION_ERROR, detail, null, request);
    }
    UUID incident = UUID.randomUUID();
    LOG.errorf(failure, "%s %s: incident %s", request.method(), request.path(), incident);
    return answer(
        ProblemKind.INTERNAL_SERVER_ERROR, RefusedRequest.incident(incident), null, request);
  }

  private static Response answer(
      ProblemKind kind, String detail, @Nullable String field, HttpServerRequest request) {
    Response.ResponseBuilder answer =
        Response.status(kind.status())
            .type(ProblemBody.CONTENT_TYPE)
            .entity(ProblemBody.of(kind, detail, field, String.valueOf(request.path())));
    kind.challenge().ifPresent(how -> answer.header(HttpHeaders.WWW_AUTHENTICATE, how));
    kind.retryAfterSeconds().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
    return answer.build();
  }

  /** What a stream of ours threw, and a library that read from it wrapped. */
  private static Optional<Problem> problemBehind(Throwable failure) {
    return causes(failure)
        .filter(Problem.class::isInstance)
        .map(Problem.class::cast)
        .filter(problem -> problem.kind() == ProblemKind.BODY_TOO_SLOW)
        .findFirst();
  }

  /** A broken connection is no failure of ours; nobody reads the answer either. */
  private static boolean callerLeft(Throwable failure) {
    return causes(failure)
        .anyMatch(cause ->
            cause instanceof HttpClosedException
                || (cause instanceof IOException && isThrownBy(BODY, cause)));
  }

  /** The pool's own failures, for want of a connection, have no SQL state. */
  private static boolean isDatabaseAway(Throwable failure) {
    return causes(failure)
        .filter(SQLException.class::isInstance)
        .map(cause -> ((SQLException) cause).getSQLState())
        .anyMatch(state -> state == null || AWAY.matcher(state).matches());
  }

  private static boolean hasState(Throwable failure, Pattern states) {
    return causes(failure)
        .filter(SQLException.class::isInstance)
        .map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
        .anyMatch(state -> states.matcher(state).matches());
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST_CAUSE);
  }

  private static boolean isThrownBy(String classes, Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length > 0 && trace[0].getClassName().startsWith(classes);
  }

  private static boolean isOurAnswer(ConstraintViolation<?> violation) {
    return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
        .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
  }
}
