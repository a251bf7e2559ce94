package org.lecturehighlights.lecture.media;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.lecturehighlights.lecture.media.process.MediaLimits;

/** Where ffmpeg is, if neither on the PATH nor embedded, and what it may take. */
@ConfigMapping(prefix = "lecture.media")
public interface MediaConfig {
  /** The executable; wins over the PATH and over an embedded one. */
  Optional<Path> ffmpeg();

  /** What is not set here is as in {@link MediaLimits#DEFAULT}, which also says what each means. */
  Limits limits();

  interface Limits {
    OptionalLong pixels();

    OptionalLong pixelsPerSecond();

    Optional<Duration> length();

    Optional<Duration> inspection();

    Optional<Duration> run();

    Optional<Duration> processor();

    Optional<MemorySize> memory();

    Optional<MemorySize> output();
  }
}
