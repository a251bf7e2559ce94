package org.lecturehighlights.shipping.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A service in a process of its own.
 *
 * @param root where the API answers
 * @param management where probes and scrapers ask
 * @param out its log
 */
record RunningService(Process process, URI root, URI management, Path out, Path err)
    implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(1);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
  private static final Pattern LISTENS =
      Pattern.compile(
          "Listening on: (http://[\\w.]+:\\d+)\\. Management interface listening on"
              + " (http://[\\w.]+:\\d+)\\.");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Waits until the process says where it listens. */
  static RunningService of(Process process, Path out, Path err) throws IOException {
    try {
      await()
          .atMost(LONGEST_START)
          .pollInterval(Duration.ofMillis(50))
          .failFast("it ended before it listened", () -> !process.isAlive())
          .until(() -> LISTENS.matcher(Files.readString(out)).find());
    } catch (RuntimeException failure) {
      process.destroyForcibly();
      throw new IllegalStateException(Files.readString(out) + Files.readString(err), failure);
    }
    var ports = LISTENS.matcher(Files.readString(out));
    assertThat(ports.find()).isTrue();
    return new RunningService(
        process, URI.create(ports.group(1)), URI.create(ports.group(2)), out, err);
  }

  Caller caller() {
    return new Caller(root, "");
  }

  Caller caller(String token) {
    return new Caller(root, token);
  }

  /** What it logged; a line that is no JSON fails. */
  List<JsonNode> log() throws IOException {
    return Files.readString(out).lines().map(RunningService::parsed).toList();
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + line, e);
    }
  }

  /** Sends SIGTERM and returns the exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    boolean ended = process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as("the service stops within %s", LONGEST_STOP).isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
