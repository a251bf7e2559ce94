package org.lecturehighlights.platform.http.body;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BadRequestException;
import java.time.Duration;
import java.util.function.Consumer;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Collects a body in memory as its bytes arrive; used on the event loop of its request only. */
final class WholeBody {
  private final RoutingContext context;
  private final JsonBodyLimit limit;
  private final BodyMemory memory;
  private final Buffer body = Buffer.buffer();
  private boolean over;

  WholeBody(RoutingContext context, JsonBodyLimit limit, BodyMemory memory) {
    this.context = context;
    this.limit = limit;
    this.memory = memory;
  }

  /**
   * @param read gets the body, unless failed gets the problem: {@code BODY_TOO_LARGE}, {@code
   *     BODY_TOO_SLOW} or {@code SERVER_BUSY}
   */
  void read(Duration deadline, Consumer<Buffer> read, Consumer<Throwable> failed) {
    HttpServerRequest request = context.request();
    if (request.isEnded()) {
      read.accept(body);
      return;
    }
    long timer =
        context
            .vertx()
            .setTimer(deadline.toMillis(), _ -> end(() -> failed.accept(refusal(slow(deadline)))));
    request
        .handler(bytes -> add(bytes, failure -> end(() -> failed.accept(refusal(failure)))))
        .exceptionHandler(broken -> end(() -> failed.accept(new BadRequestException(broken))))
        .endHandler(_ -> end(() -> read.accept(body)));
    context.addEndHandler(_ -> context.vertx().cancelTimer(timer));
    StreamedBody.askForIt(context);
    request.resume();
  }

  private void add(Buffer bytes, Consumer<Problem> failed) {
    if (over) {
      return;
    }
    try {
      if (body.length() + bytes.length() > limit.largest()) {
        throw limit.problem();
      }
      memory.take(context, bytes.length());
      body.appendBuffer(bytes);
    } catch (Problem problem) {
      failed.accept(problem);
    }
  }

  private void end(Runnable how) {
    if (!over) {
      over = true;
      how.run();
    }
  }

  private Problem refusal(Problem problem) {
    JsonBodyLimit.hangUp(context);
    return problem;
  }

  private static Problem slow(Duration deadline) {
    return Problem.of(
        ProblemKind.BODY_TOO_SLOW,
        "The body did not arrive within %s seconds; send it again."
            .formatted(deadline.toMillis() / 1000.0));
  }
}
