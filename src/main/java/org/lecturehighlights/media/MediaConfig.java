package org.lecturehighlights.media;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where ffmpeg is, if neither on the PATH nor embedded. */
@ConfigMapping(prefix = "lecture.media")
public interface MediaConfig {
  /** The executable; wins over the PATH and over an embedded one. */
  Optional<Path> ffmpeg();
}
