package org.lecturehighlights.platform.http.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * The memory that the bodies of all requests share, so that no number of them exhausts the heap.
 * Bytes are counted as they arrive, not as they are announced.
 */
@Singleton
public final class BodyMemory {
  /** What is read from a body becomes objects that are larger than its bytes. */
  private static final int SHARE_OF_HEAP = 16;

  private static final String HELD = BodyMemory.class.getName();

  private final long total;
  private final AtomicLong used = new AtomicLong();

  BodyMemory(BodyConfig config) {
    this.total =
        config
            .memory()
            .map(MemorySize::asLongValue)
            .orElseGet(() -> Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
  }

  /**
   * Takes memory for a request until its answer is sent or its connection ends.
   *
   * @throws Problem {@code SERVER_BUSY} if the others leave too little
   */
  public void take(RoutingContext request, long bytes) {
    if (used.addAndGet(bytes) > total) {
      used.addAndGet(-bytes);
      throw Problem.of(
          ProblemKind.SERVER_BUSY, "Too many requests are being received; try again in 5 seconds.");
    }
    holding(request).addAndGet(bytes);
  }

  private AtomicLong holding(RoutingContext request) {
    AtomicLong held = request.get(HELD);
    if (held == null) {
      AtomicLong first = new AtomicLong();
      request.put(HELD, first);
      request.addEndHandler(_ -> used.addAndGet(-first.getAndSet(0)));
      return first;
    }
    return held;
  }
}
