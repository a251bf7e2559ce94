package org.lecturehighlights.app.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.run.EngineConfig;
import org.lecturehighlights.platform.runtime.Role;
import org.lecturehighlights.platform.storage.StorageConfig;

/** What this process is, how much it may do at once, and the free disk space of its folders. */
@Singleton
class ProcessMeters implements MeterBinder {
  private final String version;
  private final Set<String> roles;
  private final EngineConfig engine;
  private final StorageConfig storage;

  ProcessMeters(
      @ConfigProperty(name = "quarkus.application.version") String version,
      @ConfigProperty(name = "lecture.roles") Set<String> roles,
      EngineConfig engine,
      StorageConfig storage) {
    this.version = version;
    this.roles = Set.copyOf(roles);
    this.engine = engine;
    this.storage = storage;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    boolean isNative = System.getProperty("org.graalvm.nativeimage.imagecode") != null;
    Gauge.builder("lecture.build.info", () -> 1)
        .description("Always 1; the tags tell which version and roles are running")
        .tags("version", version, "runtime", isNative ? "native" : "jvm")
        .tag("roles", String.join("+", roles.stream().sorted().toList()))
        .register(registry);
    for (Lane lane : Lane.values()) {
      int threads = Role.WORKER.isAmong(roles) ? engine.threadsOf(lane) : 0;
      Gauge.builder("lecture.lane.threads", () -> threads)
          .description("How many stages of the lane this process can run at once")
          .tag("lane", lane.code())
          .register(registry);
    }
    disk(registry, "storage", storage.directory());
    disk(registry, "work", storage.workDirectory());
  }

  /** A folder that will be created later is on its parent's file system. */
  private static void disk(MeterRegistry registry, String purpose, Path folder) {
    Path there = folder.toAbsolutePath();
    for (Path up = there; up != null; up = up.getParent()) {
      if (Files.exists(up)) {
        there = up;
        break;
      }
    }
    new DiskSpaceMetrics(there.toFile(), Tags.of("folder", purpose)).bindTo(registry);
  }
}
