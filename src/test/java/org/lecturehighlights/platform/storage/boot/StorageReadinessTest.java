package org.lecturehighlights.platform.storage.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.platform.storage.folder.FolderStorage;

class StorageReadinessTest {
  @TempDir Path temporary;

  private final HandSetClock clock = new HandSetClock();

  @Test
  void a_storage_is_checked_at_intervals_until_it_can_be_used_and_then_no_more()
      throws IOException {
    Path obstacle = Files.createFile(temporary.resolve("data"));
    StorageReadiness readiness =
        new StorageReadiness(new FolderStorage(obstacle.resolve("storage")), clock);

    assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
    Files.delete(obstacle);
    assertThat(readiness.call().getStatus()).as("asked again too soon").isEqualTo(Status.DOWN);
    clock.now = clock.now.plus(Duration.ofSeconds(6));
    assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);

    Files.delete(obstacle.resolve("storage"));
    Files.delete(obstacle);
    Files.createFile(obstacle);
    clock.now = clock.now.plus(Duration.ofHours(1));
    assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
  }

  private static final class HandSetClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
