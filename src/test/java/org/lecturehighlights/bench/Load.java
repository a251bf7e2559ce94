package org.lecturehighlights.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * The throughput of a number of connections to a server, each of which sends its next request when
 * it has received the previous response.
 *
 * @param nanos response times, ascending
 */
record Load(double perSecond, long[] nanos) {
  private static final Duration WARM_ROUND = Duration.ofSeconds(5);
  private static final int WARM_ROUNDS = 30;

  /**
   * @param requests the bytes of a request, by the number of the round
   * @param pause of each connection after a response
   */
  static Load of(
      int port, int connections, Duration time, Duration pause, IntFunction<byte[]> requests)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    List<Callable<List<Long>>> callers = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      int first = i;
      callers.add(() -> {
        List<Long> times = new ArrayList<>();
        try (KeptConnection connection = new KeptConnection(port)) {
          for (int round = first; System.nanoTime() < end; round += connections) {
            long sent = System.nanoTime();
            connection.ask(requests.apply(round));
            times.add(System.nanoTime() - sent);
            if (!pause.isZero()) {
              Thread.sleep(pause);
            }
          }
        }
        return times;
      });
    }
    List<Long> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      for (Future<List<Long>> caller : threads.invokeAll(callers)) {
        all.addAll(caller.get());
      }
    } catch (ExecutionException failure) {
      throw new IOException("a request of the benchmark failed", failure);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new Load(
        all.size() / seconds, all.stream().mapToLong(Long::longValue).sorted().toArray());
  }

  /** Sends requests until rounds get hardly any faster, so that the JIT compiler has finished. */
  static void warmUp(int port, int connections, IntFunction<byte[]> requests)
      throws IOException, InterruptedException {
    double best = 0;
    int slower = 0;
    // The JIT compiles in steps, with rounds in between that are no faster.
    for (int round = 0; round < WARM_ROUNDS && slower < 6; round++) {
      double rate = of(port, connections, WARM_ROUND, Duration.ZERO, requests).perSecond();
      slower = rate < best * 1.03 ? slower + 1 : 0;
      best = Math.max(best, rate);
    }
  }

  /** The percentile of response times for this share, in milliseconds. */
  double millis(double share) {
    return nanos.length == 0
        ? Double.NaN
        : nanos[(int) Math.min(nanos.length - 1L, Math.round(share * nanos.length))] / 1e6;
  }

  /** Combines several loads. */
  static Load combined(List<Load> loads) {
    long[] nanos = loads.stream().flatMapToLong(load -> Arrays.stream(load.nanos())).toArray();
    Arrays.sort(nanos);
    return new Load(loads.stream().mapToDouble(Load::perSecond).average().orElse(0), nanos);
  }
}
