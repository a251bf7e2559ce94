package org.lecturehighlights.service.upload.tus;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.lecturehighlights.platform.runtime.Role;
import org.lecturehighlights.service.upload.check.UploadConfig;

/**
 * Removes the files of uploads that nobody continued, and those that the web server had open when
 * its process was killed. Each server looks after its own disk, at its start and then regularly; on
 * a disk that servers share they do no harm to each other, since age alone decides.
 */
@Singleton
class SweepLeftovers {
  private static final Logger LOG = Logger.getLogger(SweepLeftovers.class);
  private static final Duration EVERY = Duration.ofMinutes(10);

  /** What is ours, in folders that may hold other things. */
  private static final Pattern PARTIAL = Pattern.compile("job_[0-9a-f]{12}\\.(part|said|lock)");

  /** Files from forms, as they are called now and as the framework called them. */
  private static final Pattern RECEIVED =
      Pattern.compile("form\\d+\\.part|resteasy-reactive\\d+upload");

  private final UploadConfig config;
  private final Path received;
  private final Set<String> roles;
  private final Clock clock;

  SweepLeftovers(
      UploadConfig config,
      @ConfigProperty(name = "quarkus.http.body.uploads-directory") Path received,
      @ConfigProperty(name = "lecture.roles") Set<String> roles,
      Clock clock) {
    this.config = config;
    this.received = received;
    this.roles = roles;
    this.clock = clock;
  }

  void begin(@Observes StartupEvent event, Vertx vertx) {
    if (Role.API.isAmong(roles)) {
      vertx.executeBlocking(this::sweep, false);
      vertx.setPeriodic(EVERY.toMillis(), _ -> vertx.executeBlocking(this::sweep, false));
    }
  }

  /** Returns how many files were removed. */
  int sweep() {
    // Nothing is written to a file for so long unless its request or its upload is dead.
    Instant before = clock.instant().minus(config.forgetAfter());
    return sweep(config.directory(), PARTIAL, before) + sweep(received, RECEIVED, before);
  }

  private static int sweep(Path directory, Pattern names, Instant before) {
    int removed = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        if (names.matcher(file.getFileName().toString()).matches()
            && Files.getLastModifiedTime(file).toInstant().isBefore(before)
            && Files.deleteIfExists(file)) {
          removed++;
        }
      }
    } catch (NoSuchFileException _) {
      // No folder yet, or another server was faster; the next time will tell.
    } catch (IOException e) {
      LOG.warnf(e, "files of old uploads in %s cannot be removed", directory);
    }
    return removed;
  }
}
