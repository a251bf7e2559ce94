package org.lecturehighlights.bench;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.lecturehighlights.platform.database.ThrowawayPostgres;
import org.lecturehighlights.platform.security.TestIssuer;

/**
 * Sends every flood, one after the other and then all together, while an honest client reads: the
 * process must live, keep its promises to the honest client and return to its memory at rest.
 */
final class Abuse {
  private static final int HONEST_CONNECTIONS = 2;
  private static final Duration HONEST_PAUSE = Duration.ofMillis(20);
  private static final Duration RECOVERY = Duration.ofSeconds(20);
  private static final double ALLOWED_MILLIS = 100;
  private static final double ALLOWED_FACTOR = 5;
  private static final int MOST_OPEN_UPLOADS = 100;
  private static final double MEGABYTE = 1 << 20;

  private final Server server;
  private final TestIssuer issuer;
  private final Duration whole;

  /**
   * @param whole how long all floods take together
   */
  Abuse(Server server, TestIssuer issuer, Duration whole) {
    this.server = server;
    this.issuer = issuer;
    this.whole = whole;
  }

  List<Finding> measure() throws IOException, InterruptedException, SQLException {
    JobRowsToRead.insert(server.jdbcUrl(), "honest", 50, 1);
    JobRowsToRead.settle(server.jdbcUrl());
    long seed = System.nanoTime();
    System.out.println("seed of the floods: " + seed);
    List<Flood> floods = new Floods(server.port(), () -> bearer("attacker"), seed).all();
    // Half of the time for one after the other, half for all together.
    Duration each = whole.dividedBy(2L * floods.size());
    Load.of(
        server.port(), HONEST_CONNECTIONS, each.multipliedBy(2), HONEST_PAUSE, this::honestRead);
    for (Flood flood : floods) {
      under(flood.name() + ", first time", List.of(flood), Duration.ofSeconds(1));
    }
    Thread.sleep(RECOVERY);
    long heapAtRest = server.liveHeapBytes();
    long seriesAtRest = server.timeSeries();
    Load quiet =
        Load.of(
            server.port(),
            HONEST_CONNECTIONS,
            each.multipliedBy(2),
            HONEST_PAUSE,
            this::honestRead);
    List<FloodResult> results = new ArrayList<>();
    for (Flood flood : floods) {
      results.add(told(under(flood.name(), List.of(flood), each)));
    }
    results.add(told(under("all together", floods, whole.dividedBy(2))));
    Thread.sleep(RECOVERY);
    return findings(quiet, results, heapAtRest, seriesAtRest);
  }

  private List<Finding> findings(
      Load quiet, List<FloodResult> results, long heapAtRest, long seriesAtRest)
      throws IOException, InterruptedException, SQLException {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.atMost(0, "restarts under floods", server.isAlive() ? 0 : 1, "", "one process"));
    if (!server.isAlive()) {
      return findings;
    }
    double bound = Math.max(ALLOWED_MILLIS, ALLOWED_FACTOR * quiet.millis(0.99));
    for (FloodResult result : results) {
      findings.add(
          Finding.atMost(
              bound,
              "honest reads, " + result.name(),
              result.reads().millis(0.99),
              "ms",
              String.format(
                  Locale.ROOT,
                  "p99; median %.1f, most %.1f, quiet p99 %.1f; answers %s",
                  result.reads().millis(0.5),
                  result.reads().millis(1),
                  quiet.millis(0.99),
                  result.answers())));
    }
    findings.add(
        Finding.atMost(
            0,
            "probes that were not answered by 200",
            results.stream().mapToInt(FloodResult::timesUnready).sum(),
            "",
            "one a second"));
    findings.add(
        Finding.atMost(
            0,
            "answers with 500",
            results.stream().mapToLong(FloodResult::failures).sum(),
            "",
            "to floods"));
    findings.add(
        Finding.atMost(
            20,
            "heap in use after floods, over that at rest",
            (server.liveHeapBytes() - heapAtRest) / MEGABYTE,
            "MB",
            String.format(Locale.ROOT, "at rest %.1f MB", heapAtRest / MEGABYTE)));
    findings.add(
        Finding.atMost(
            50,
            "time series after floods, over those at rest",
            server.timeSeries() - seriesAtRest,
            "",
            seriesAtRest + " at rest"));
    findings.add(
        Finding.atMost(
            MOST_OPEN_UPLOADS, "open uploads of the attacker", openUploads(), "", "100 allowed"));
    return findings;
  }

  private FloodResult under(String name, List<Flood> floods, Duration time)
      throws IOException, InterruptedException {
    FloodResult result = new FloodResult(name);
    long until = System.nanoTime() + time.toNanos();
    List<Callable<Void>> senders = new ArrayList<>();
    for (Flood flood : floods) {
      for (int i = 0; i < flood.connections(); i++) {
        senders.add(() -> send(flood, until, result));
      }
    }
    try (ExecutorService attackers = Executors.newVirtualThreadPerTaskExecutor();
        var prober = Executors.newSingleThreadScheduledExecutor()) {
      List<Future<Void>> sending = senders.stream().map(attackers::submit).toList();
      prober.scheduleAtFixedRate(
          () -> {
            if (System.nanoTime() < until && !server.isReadyAtManagement()) {
              result.unready();
            }
          },
          500,
          1_000,
          TimeUnit.MILLISECONDS);
      result.reads(
          Load.of(server.port(), HONEST_CONNECTIONS, time, HONEST_PAUSE, this::honestRead));
      for (Future<Void> sender : sending) {
        sender.get();
      }
      prober.shutdownNow();
    } catch (ExecutionException failure) {
      throw new IOException("a flood failed", failure);
    }
    return result;
  }

  private static Void send(Flood flood, long until, FloodResult result)
      throws InterruptedException {
    while (System.nanoTime() < until) {
      try {
        result.answered(flood.request().send(until));
      } catch (IOException closed) {
        result.answered(0);
        Thread.sleep(10);
      }
    }
    return null;
  }

  private byte[] honestRead(int round) {
    return KeptConnection.get(
        round % 3 == 0 ? "/api/v1/jobs?limit=20" : "/api/v1/jobs/honest-" + (round % 50 + 1),
        bearer("honest-owner-0"));
  }

  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  private record Token(String header, long made) {}

  /** Tokens live for minutes. */
  private String bearer(String user) {
    return tokens
        .compute(
            user,
            (_, old) ->
                old != null && System.nanoTime() - old.made() < TimeUnit.SECONDS.toNanos(60)
                    ? old
                    : new Token(
                        "Authorization: Bearer " + issuer.token(user) + "\r\n", System.nanoTime()))
        .header();
  }

  private double openUploads() throws SQLException {
    try (var connection =
            DriverManager.getConnection(server.jdbcUrl(), ThrowawayPostgres.USER, "");
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select count(*) from jobs where owner = 'attacker' and status = 'pending'")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static FloodResult told(FloodResult result) {
    System.out.printf(
        Locale.ROOT,
        "flood   %-36s answers %s; honest p99 %.1f ms of %d reads%n",
        result.name(),
        result.answers(),
        result.reads().millis(0.99),
        result.reads().nanos().length);
    return result;
  }
}
