package org.lecturehighlights.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.lecturehighlights.lecture.media.LectureFixture;

/**
 * Measures response times of reads while a worker on the same machine renders on all processors.
 */
final class ReadWhileRendering {
  private static final String WHAT = "p99 of reads while a worker renders";
  private static final double SECONDS = 150;
  private static final int LECTURES = 2;
  private static final int CONNECTIONS = 4;
  private static final Duration ROUND = Duration.ofMillis(300);
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration TIMEOUT = Duration.ofSeconds(70);

  private final Server server;
  private final Path folder;

  ReadWhileRendering(Server server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  Finding measure() throws IOException, InterruptedException {
    LectureFixture plan = LectureFixture.ofSeconds(SECONDS);
    Path lecture =
        new LectureFixture(
                SECONDS,
                1280,
                720,
                25,
                true,
                true,
                plan.pauses(),
                plan.slides(),
                List.of(),
                Optional.of(new Rectangle(960, 520, 320, 200)),
                List.of(),
                -60)
            .write(LectureFixture.ffmpeg(), folder.resolve("long.mp4"));
    List<String> jobs = new ArrayList<>();
    for (int i = 0; i < LECTURES; i++) {
      jobs.add(Upload.send(server, lecture, Files.size(lecture)));
    }
    List<String> reads = new ArrayList<>(List.of("/api/v1/jobs?limit=20"));
    for (String job : jobs) {
      reads.add("/api/v1/jobs/" + job);
      reads.add("/api/v1/jobs/" + job + "/stages");
    }
    IntFunction<byte[]> requests = round -> KeptConnection.get(reads.get(round % reads.size()), "");
    Load warm = Load.of(server.port(), CONNECTIONS, Duration.ofSeconds(4), PAUSE, requests);
    List<Load> rendering = new ArrayList<>();
    String processors = Integer.toString(Runtime.getRuntime().availableProcessors());
    try (Server _ =
        Server.start(
            folder,
            "worker",
            server.jdbcUrl(),
            Map.of("LECTURE_ROLES", "worker", "LECTURE_ENGINE_THREADS_RENDER", processors))) {
      long end = System.nanoTime() + TIMEOUT.toNanos();
      boolean over = false;
      while (!over && System.nanoTime() < end) {
        List<String> before = stages(jobs);
        Load load = Load.of(server.port(), CONNECTIONS, ROUND, PAUSE, requests);
        List<String> after = stages(jobs);
        if (before.contains("compilation") && after.contains("compilation")) {
          rendering.add(load);
        }
        over = after.stream().allMatch("ended"::equals);
      }
    }
    Load all = Load.combined(rendering);
    if (all.nanos().length < 100) {
      return Finding.skipped(WHAT, "rendering was too short or started too late");
    }
    return Finding.atMost(
        50,
        WHAT,
        all.millis(0.99),
        "ms",
        String.format(
            Locale.ROOT,
            "%d reads: median %.1f ms, most %.1f ms; without a worker p99 %.1f ms",
            all.nanos().length,
            all.millis(0.5),
            all.millis(1),
            warm.millis(0.99)));
  }

  private List<String> stages(List<String> jobs) throws IOException {
    List<String> stages = new ArrayList<>();
    try (KeptConnection connection = new KeptConnection(server.port())) {
      for (String job : jobs) {
        var answer =
            new ObjectMapper()
                .readTree(connection.ask(KeptConnection.get("/api/v1/jobs/" + job, "")));
        boolean ended = List.of("completed", "failed").contains(answer.path("status").asText());
        stages.add(ended ? "ended" : answer.at("/progress/stage").asText());
      }
    }
    return stages;
  }
}
