package org.lecturehighlights.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lecturehighlights.platform.database.ThrowawayPostgres;

/**
 * Compares {@code GET /jobs/{id}} with the cost of its two parts alone: an endpoint of the same
 * server that does nothing, and pgbench with the same selects on the same rows. The endpoint is the
 * one that lists tus extensions, which is an empty method behind the same filters. A running job,
 * which frontends poll, is one row; a completed one also has a picture.
 */
final class ReadOneJob {
  private static final int JOBS = 1_000;
  private static final int CONNECTIONS = 8;
  private static final int ROUNDS = 3;
  private static final Duration ROUND = Duration.ofSeconds(5);
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  private static final IntFunction<byte[]> NOTHING =
      _ -> KeptConnection.request("OPTIONS", "/api/v1/uploads", "");

  private static final String JOB =
      """
      \\set n random(1, %d)
      select * from jobs where job_id = '%s-' || :n::text;
      """;
  private static final String PICTURE =
      """
      select distinct on (job_id) job_id, clip_id, title, thumbnail_s3_key from clips
       where job_id = '%s-' || :n::text and thumbnail_s3_key is not null
       order by job_id, clip_order nulls last, start_time, id;
      """;

  private final Server server;
  private final Path folder;

  ReadOneJob(Server server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  List<Finding> measure() throws IOException, InterruptedException, SQLException {
    JobRowsToRead.insert(server.jdbcUrl(), "running", JOBS, 1);
    JobRowsToRead.insert(server.jdbcUrl(), "completed", JOBS, 1);
    JobRowsToRead.run(server.jdbcUrl(), "running");
    JobRowsToRead.complete(server.jdbcUrl(), "completed");
    JobRowsToRead.settle(server.jdbcUrl());
    Load.warmUp(server.port(), CONNECTIONS, NOTHING);
    return List.of(
        measure("running", JOB.formatted(JOBS, "running")),
        measure("completed", JOB.formatted(JOBS, "completed") + PICTURE.formatted("completed")));
  }

  private Finding measure(String status, String sql) throws IOException, InterruptedException {
    String what = "GET /jobs/{id}, " + status + ", against no-op plus pgbench";
    IntFunction<byte[]> one =
        round -> KeptConnection.get("/api/v1/jobs/" + status + "-" + (1 + round * 31 % JOBS), "");
    Load.warmUp(server.port(), CONNECTIONS, one);
    Path script = Files.writeString(folder.resolve("one-" + status + "-job.sql"), sql);
    List<Double> noOp = new ArrayList<>();
    List<Double> read = new ArrayList<>();
    List<Double> select = new ArrayList<>();
    // In turns, so that other load on the machine affects all of them equally.
    for (int round = 0; round < ROUNDS; round++) {
      noOp.add(rate(NOTHING, ROUND));
      read.add(rate(one, ROUND));
      try {
        select.add(pgbench(script));
      } catch (IOException missing) {
        return Finding.skipped(what, "pgbench does not run: " + missing.getMessage());
      }
    }
    double bound = 1 / (1 / median(noOp) + 1 / median(select));
    return Finding.atLeast(
        0.5,
        what,
        median(read) / bound,
        "x",
        String.format(
            Locale.ROOT,
            "GET %.0f/s, no-op %.0f/s, pgbench %.0f/s",
            median(read),
            median(noOp),
            median(select)));
  }

  private double rate(IntFunction<byte[]> request, Duration time)
      throws IOException, InterruptedException {
    return Load.of(server.port(), CONNECTIONS, time, Duration.ZERO, request).perSecond();
  }

  private double pgbench(Path script) throws IOException, InterruptedException {
    String[] place = server.jdbcUrl().replaceFirst("^jdbc:postgresql://", "").split("[:/]", 3);
    Process process =
        new ProcessBuilder(
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + CONNECTIONS,
                "--jobs=2",
                "--time=" + ROUND.toSeconds(),
                "--file=" + script,
                "--host=" + place[0],
                "--port=" + place[1],
                "--username=" + ThrowawayPostgres.USER,
                place[2])
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher rate = RATE.matcher(output);
    if (process.waitFor() != 0 || !rate.find()) {
      throw new IOException(output.strip());
    }
    return Double.parseDouble(rate.group(1));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
