package org.lecturehighlights.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.Main;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.runtime.Patience;

/** A start whose database does not answer. */
@Timeout(120)
class AwaitDatabaseTest {
  private static final Duration LONG = Duration.ofSeconds(100);

  @Test
  void the_start_waits_for_a_server_that_comes_up_in_time() throws Exception {
    int port = freePort();
    var waits = new CountDownLatch(1);
    List<String> told = new ArrayList<>();
    try (ExecutorService pod = Executors.newSingleThreadExecutor()) {
      Future<?> start =
          pod.submit(() ->
              AwaitDatabase.answer(
                  at(port, "postgres", ThrowawayPostgres.USER),
                  Patience.of(LONG),
                  line -> {
                    told.add(line);
                    waits.countDown();
                  }));
      assertThat(waits.await(60, TimeUnit.SECONDS)).isTrue();
      try (var server = EmbeddedPostgres.builder().setPort(port).start()) {
        start.get();
      }
    }
    assertThat(told).doesNotHaveDuplicates();
    assertThat(told.getFirst())
        .startsWith("Waiting for the database: ")
        .contains("check host and port in DATABASE_URL");
  }

  @Test
  void after_the_wait_the_start_says_what_to_do() throws IOException {
    assertThatThrownBy(() ->
            AwaitDatabase.answer(
                at(freePort(), "postgres", "me"), Patience.of(Duration.ofMillis(1500)), line -> {}))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("check host and port in DATABASE_URL");
  }

  @Test
  void faults_that_do_not_pass_by_waiting_are_reported_at_once() {
    List<String> told = new ArrayList<>();
    String jdbcUrl = ThrowawayPostgres.freshDatabase();
    var server = new DirectDatabase(new DatabaseUrl(jdbcUrl, "nobody_here", ""), true);
    assertThatThrownBy(() -> AwaitDatabase.answer(server, Patience.of(LONG), told::add))
        .hasMessageContaining("role \"nobody_here\" does not exist");
    var lost =
        new DirectDatabase(
            new DatabaseUrl(jdbcUrl.replaceFirst("test_\\d+$", "lost"), ThrowawayPostgres.USER, ""),
            true);
    assertThatThrownBy(() -> AwaitDatabase.answer(lost, Patience.of(LONG), told::add))
        .hasMessageContaining("create it, or correct the name");
    assertThat(told).isEmpty();
  }

  @Test
  void outside_production_a_start_fails_at_once_with_one_line(@TempDir Path directory)
      throws Exception {
    assertThat(start("development", "100S", directory))
        .singleElement()
        .asString()
        .startsWith("error: The database cannot be used: Connection to 127.0.0.1:")
        .contains("check host and port in DATABASE_URL")
        .doesNotContain("s3cret");
  }

  @Test
  void in_production_a_start_waits_and_then_fails_with_one_line(@TempDir Path directory)
      throws Exception {
    assertThat(start("production", "2S", directory))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("Waiting for the database: The database cannot be used: Connection to");
  }

  /** The lines that the program writes to stderr before it ends with exit code 1. */
  private static List<String> start(String environment, String wait, Path directory)
      throws IOException, InterruptedException {
    var program =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName())
            .directory(directory.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    program
        .environment()
        .putAll(
            Map.of(
                "DATABASE_URL",
                "postgresql://me:s3cret@127.0.0.1:" + freePort() + "/x",
                "ENVIRONMENT",
                environment,
                "LECTURE_DATABASE_MIGRATION_WAIT",
                wait));
    Process started = program.start();
    List<String> lines =
        new String(started.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("WARNING: ")) // The JVM's own lines.
            .toList();
    assertThat(started.waitFor()).isEqualTo(1);
    return lines;
  }

  private static DirectDatabase at(int port, String name, String user) {
    return new DirectDatabase(
        new DatabaseUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + name, user, ""), true);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
