package org.lecturehighlights.service.job.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.security.Callers;
import org.lecturehighlights.platform.security.OpenRoutes;
import org.lecturehighlights.platform.security.StreamTokens;
import org.lecturehighlights.service.job.JobService;
import org.lecturehighlights.service.job.history.HistoryService.Event;

/**
 * A job's progress over WebSocket, as the legacy frontend reads it: {@code connected}, the job's
 * current state, then every change; {@code ping} is answered by {@code pong}. Members beyond the
 * legacy contract are additions, among them {@code event_id}, after which the query parameter
 * {@code last_event_id} resumes. The socket stays open after the job has ended, because the job may
 * be retried.
 */
@WebSocket(path = "/ws/jobs/{job_id}")
class JobSocket {
  private static final Logger LOG = Logger.getLogger(JobSocket.class);

  /** Codes from RFC 6455, section 7.4.1, and the registry that it established. */
  private static final CloseReason REFUSED = new CloseReason(1008, "The token is not valid");

  private static final CloseReason UNKNOWN = new CloseReason(1008, "The job does not exist");
  private static final CloseReason GOING_AWAY = new CloseReason(1001, "Connect again");
  private static final CloseReason TOO_SLOW = new CloseReason(1013, "Connect again");
  private static final CloseReason NOT_NOW = new CloseReason(1013, "Connect again later");

  private static final Duration SEND_TIMEOUT = Duration.ofSeconds(30);

  private final JobEventStream feed;
  private final JobService jobs;
  private final StreamTokens tokens;
  private final Callers callers;
  private final ObjectMapper json;
  private final Map<String, Cancellable> streams = new ConcurrentHashMap<>();

  JobSocket(
      JobEventStream feed,
      JobService jobs,
      StreamTokens tokens,
      Callers callers,
      ObjectMapper json) {
    this.feed = feed;
    this.jobs = jobs;
    this.tokens = tokens;
    this.callers = callers;
    this.json = json;
  }

  /** Opening it looks at the token, which no route can. */
  void declare(@Observes OpenRoutes routes) {
    routes.add("/ws/jobs/:job_id");
  }

  @OnOpen
  @Blocking
  Uni<Void> open(WebSocketConnection connection) {
    String jobId = connection.pathParam("job_id");
    Query query = Query.of(connection.handshakeRequest().query());
    try {
      requireJob(jobId, query.token());
    } catch (Problem problem) {
      return connection.close(reason(problem));
    }
    return connection
        .sendText(
            text(Map.of("type", "connected", "job_id", jobId, "message", "Connected to the job")))
        .invoke(() -> stream(connection, jobId, query.lastEventId()));
  }

  /** A stream token is for this job; the predecessor's frontend sends its user's bearer token. */
  private void requireJob(String jobId, @Nullable String token) {
    if (tokens.opens(token, jobId)) {
      jobs.findUnchecked(jobId);
    } else if (token != null) {
      jobs.get(jobId, callers.of(token));
    } else {
      throw Problem.of(ProblemKind.UNAUTHORIZED, "Open the stream with a token.");
    }
  }

  private static CloseReason reason(Problem problem) {
    return switch (problem.kind()) {
      case JOB_NOT_FOUND -> UNKNOWN;
      case UNAUTHORIZED, TOKEN_INVALID -> REFUSED;
      case IDENTITY_PROVIDER_UNAVAILABLE -> NOT_NOW;
      default -> throw problem;
    };
  }

  @OnClose
  @NonBlocking
  void close(WebSocketConnection connection) {
    Cancellable stream = streams.remove(connection.id());
    if (stream != null) {
      stream.cancel();
    }
  }

  /** Answers a ping; any other message is ignored. */
  @OnTextMessage
  @NonBlocking
  @Nullable String answer(String message) {
    try {
      return json.readTree(message).path("type").asText().equals("ping")
          ? text(Map.of("type", "pong"))
          : null;
    } catch (JsonProcessingException _) {
      return null;
    }
  }

  private void stream(WebSocketConnection connection, String jobId, @Nullable Long lastEventId) {
    Cancellable stream =
        feed.follow(jobId, lastEventId, false)
            .onItem()
            // The next event is requested only after this one was sent, so that a slow reader is
            // noticed.
            .transformToUniAndConcatenate(event ->
                connection.sendText(text(message(event))).ifNoItem().after(SEND_TIMEOUT).fail())
            .subscribe()
            .with(
                _ -> {},
                failure -> {
                  LOG.debugf(failure, "the stream of job %s failed", jobId);
                  end(connection, TOO_SLOW);
                },
                () -> end(connection, GOING_AWAY));
    streams.put(connection.id(), stream);
    if (connection.isClosed()) {
      close(connection);
    }
  }

  private static void end(WebSocketConnection connection, CloseReason reason) {
    connection
        .close(reason)
        .subscribe()
        .with(_ -> {}, failure -> LOG.debug("the connection was already closed", failure));
  }

  private static Map<String, Object> message(Event event) {
    Map<String, Object> message = new HashMap<>(event.payload());
    message.put("event_id", event.id());
    return message;
  }

  private String text(Map<String, Object> message) {
    try {
      return json.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parameters in the query string. */
  private record Query(@Nullable String token, @Nullable Long lastEventId) {
    static Query of(@Nullable String text) {
      Map<String, List<String>> parameters =
          text == null ? Map.of() : new QueryStringDecoder(text, false).parameters();
      String last = first(parameters, "last_event_id");
      return new Query(
          first(parameters, "token"),
          last != null && last.matches("\\d{1,18}") ? Long.valueOf(last) : null);
    }

    private static @Nullable String first(Map<String, List<String>> parameters, String name) {
      List<String> values = parameters.getOrDefault(name, List.of());
      return values.isEmpty() ? null : values.getFirst();
    }
  }
}
