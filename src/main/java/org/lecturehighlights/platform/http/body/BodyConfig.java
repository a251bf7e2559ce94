package org.lecturehighlights.platform.http.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How bodies of requests may arrive, and how much memory they may occupy. */
@ConfigMapping(prefix = "lecture.body")
interface BodyConfig {
  /** How long a body that is read into memory may take to arrive. */
  @WithDefault("15s")
  Duration deadline();

  /** How long the sender of a body that is streamed may be silent, and is not measured at first. */
  @WithDefault("30s")
  Duration patience();

  /** How many bytes a second the sender of a body that is streamed must reach on average. */
  @WithDefault("1K")
  MemorySize leastRate();

  /** What the bodies of all requests together may occupy; by default a sixteenth of the heap. */
  Optional<MemorySize> memory();
}
