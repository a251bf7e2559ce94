package org.lecturehighlights.platform.http.body;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.lecturehighlights.platform.http.EndpointOrder;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * Reads bodies before their operations begin, on the event loop: a body that trickles in holds no
 * thread. Which of the two ways a body is read depends on the operation that was matched, never on
 * what the request calls its content: one that asks for an {@link InputStream} streams it, for all
 * others the body comes into memory, up to the limit of {@link JsonBodyLimit}.
 */
@ApplicationScoped
class BodyReader {
  private static final Set<String> WITHOUT_BODY =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final BodyConfig config;
  private final BodyMemory memory;
  private final JsonBodyLimit limit;

  BodyReader(BodyConfig config, BodyMemory memory, JsonBodyLimit limit) {
    this.config = config;
    this.memory = memory;
    this.limit = limit;
  }

  @ServerRequestFilter(nonBlocking = true, priority = EndpointOrder.BODY)
  Uni<Void> read(
      ContainerRequestContext request, RoutingContext context, SimpleResourceInfo operation) {
    HttpServerRequest received = context.request();
    if (WITHOUT_BODY.contains(request.getMethod()) || !hasBody(received)) {
      return Uni.createFrom().voidItem();
    }
    if (List.of(operation.parameterTypes()).contains(InputStream.class)) {
      return stream(request, context);
    }
    requireKnownCharset(request);
    return Uni.createFrom()
        .<Buffer>emitter(body ->
            new WholeBody(context, limit, memory)
                .read(config.deadline(), body::complete, body::fail))
        .invoke(body -> request.setEntityStream(new ByteArrayInputStream(body.getBytes())))
        .replaceWithVoid();
  }

  private static void requireKnownCharset(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
    if (charset != null && !isKnown(charset)) {
      throw Problem.of(
          ProblemKind.MALFORMED_REQUEST,
          "The content type names a charset that is not known here; send UTF-8.");
    }
  }

  private static boolean isKnown(String charset) {
    try {
      return Charset.isSupported(charset);
    } catch (IllegalCharsetNameException _) {
      return false;
    }
  }

  private Uni<Void> stream(ContainerRequestContext request, RoutingContext context) {
    try {
      memory.take(context, StreamedBody.MEMORY);
    } catch (Problem busy) {
      JsonBodyLimit.hangUp(context);
      return Uni.createFrom().failure(busy);
    }
    request.setEntityStream(new StreamedBody(context, config));
    return Uni.createFrom().voidItem();
  }

  /** HTTP/2 frames bodies of unknown length without saying so in a header. */
  private static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? !request.isEnded() : !length.equals("0");
  }
}
