package org.lecturehighlights.platform.http.body;

import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * A body as a stream for a virtual thread, of which a few buffers at most are in memory. Only the
 * time that is spent waiting for the sender counts against it, not what we do between two reads.
 *
 * <p>Reading throws a {@link Problem}, {@code BODY_TOO_SLOW}, if the sender falls silent or is too
 * slow, and an {@link IOException} if the connection breaks.
 */
public final class StreamedBody extends InputStream {
  /** Buffers that may arrive before they are asked for. */
  private static final int AHEAD = 2;

  /** What such a body occupies: buffers of ours and of its reader. */
  static final long MEMORY = 32 << 10;

  private final RoutingContext context;
  private final HttpServerRequest request;
  private final Duration patience;
  private final long leastRate;
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private byte[] bytes = {};
  private int position;
  private boolean asked;
  private boolean ended;
  private long received;
  private long waitedNanos;

  private sealed interface Arrival {
    record Bytes(Buffer bytes) implements Arrival {}

    record End() implements Arrival {}

    record Broken(Throwable cause) implements Arrival {}
  }

  /** To be created on the request's event loop. */
  StreamedBody(RoutingContext context, BodyConfig config) {
    this.context = context;
    this.request = context.request();
    this.patience = config.patience();
    this.leastRate = config.leastRate().asLongValue();
    if (request.isEnded()) {
      ended = true;
      return;
    }
    request.pause();
    request
        .handler(arrived -> arrivals.add(new Arrival.Bytes(arrived)))
        .exceptionHandler(broken -> arrivals.add(new Arrival.Broken(broken)))
        .endHandler(_ -> arrivals.add(new Arrival.End()));
  }

  /** Tells a client that waits for it to send the body. */
  static void askForIt(RoutingContext context) {
    String expected = context.request().getHeader(HttpHeaders.EXPECT);
    if (HttpHeaderValues.CONTINUE.toString().equalsIgnoreCase(expected)) {
      context.response().writeContinue();
    }
  }

  @Override
  public int read() throws IOException {
    return arrive() ? bytes[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!arrive()) {
      return -1;
    }
    int read = Math.min(length, bytes.length - position);
    System.arraycopy(bytes, position, target, offset, read);
    position += read;
    return read;
  }

  @Override
  public int available() {
    return bytes.length - position;
  }

  /** Whether there are bytes to read; else the body is over. */
  private boolean arrive() throws IOException {
    while (position == bytes.length && !ended) {
      switch (next()) {
        case Arrival.Bytes(Buffer arrived) -> {
          bytes = arrived.getBytes();
          position = 0;
          received += bytes.length;
        }
        case Arrival.End() -> ended = true;
        case Arrival.Broken(Throwable cause) ->
            throw new IOException("the connection broke before the body's end", cause);
      }
    }
    return position < bytes.length;
  }

  private Arrival next() throws IOException {
    if (asked) {
      request.fetch(1);
    } else {
      asked = true;
      askForIt(context);
      request.fetch(AHEAD);
    }
    long begin = System.nanoTime();
    Arrival arrival = poll();
    waitedNanos += System.nanoTime() - begin;
    if (arrival == null || isTooSlow()) {
      JsonBodyLimit.hangUp(context);
      throw Problem.of(
          ProblemKind.BODY_TOO_SLOW,
          "The body arrived too slowly; send it again, or in pieces by a resumable upload.");
    }
    return arrival;
  }

  private boolean isTooSlow() {
    double measured = (waitedNanos - patience.toNanos()) / 1e9;
    return measured > 0 && received < measured * leastRate;
  }

  private @Nullable Arrival poll() throws InterruptedIOException {
    try {
      return arrivals.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a body");
    }
  }
}
