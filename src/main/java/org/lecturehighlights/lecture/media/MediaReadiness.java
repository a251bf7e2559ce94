package org.lecturehighlights.lecture.media;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.lecturehighlights.lecture.media.process.Confinement;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.media.process.FfmpegCommand;
import org.lecturehighlights.lecture.media.process.FfmpegPurpose;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.runtime.Role;

/**
 * Whether this machine's ffmpeg can do what a worker needs. Looked up in the background at start; a
 * process that is no worker is ready without it.
 */
@Readiness
@ApplicationScoped
class MediaReadiness implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(MediaReadiness.class);

  private static final List<String> ENCODERS = List.of("libx264", "aac", "flac", "mjpeg", "webvtt");
  private static final List<String> FILTERS =
      List.of("ebur128", "astats", "alimiter", "atrim", "trim", "concat", "scale");

  private final Ffmpeg ffmpeg;
  private final boolean worker;
  private volatile String state = "looking";

  MediaReadiness(Ffmpeg ffmpeg, @ConfigProperty(name = "lecture.roles") Set<String> roles) {
    this.ffmpeg = ffmpeg;
    this.worker = Role.WORKER.isAmong(roles);
  }

  void look(@Observes StartupEvent start) {
    if (worker) {
      Thread.ofVirtual().name("lecture-media-check").start(this::look);
    }
  }

  private void look() {
    try {
      List<String> missing =
          Stream.concat(missing("-encoders", ENCODERS), missing("-filters", FILTERS)).toList();
      state = missing.isEmpty() ? "ok" : "ffmpeg lacks " + String.join(", ", missing);
    } catch (Problem none) {
      state = none.detail();
    } catch (InterruptedException stop) {
      return;
    }
    if (state.equals("ok")) {
      say(ffmpeg.confinement());
    } else {
      LOG.warn(state);
    }
  }

  private void say(Confinement confinement) {
    LOG.infof("%s runs with %s", ffmpeg.executable(), String.join(", ", confinement.inForce()));
    if (!confinement.missing().isEmpty()) {
      LOG.warnf(
          "This machine does not give ffmpeg %s; install util-linux, or allow it to the container",
          String.join(", ", confinement.missing()));
    }
  }

  /** Tables of ffmpeg: flags, then the name, then words. */
  private Stream<String> missing(String table, List<String> wanted) throws InterruptedException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ffmpeg.open(new FfmpegCommand(FfmpegPurpose.CHECK).with(table)),
                StandardCharsets.UTF_8))) {
      Set<String> present =
          lines
              .lines()
              .map(line -> line.strip().split("\\s+", 3))
              .filter(columns -> columns.length > 1)
              .map(columns -> columns[1])
              .collect(Collectors.toUnmodifiableSet());
      return wanted.stream().filter(name -> !present.contains(name));
    } catch (IOException | UncheckedIOException ended) {
      throw Problem.of(ProblemKind.MEDIA_TOOL_MISSING, "ffmpeg does not list " + table, ended);
    }
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("ffmpeg");
    if (!worker) {
      return answer.up().build();
    }
    return answer.status(state.equals("ok")).withData("state", state).build();
  }
}
