package org.lecturehighlights.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where bytes are kept. */
@ConfigMapping(prefix = "lecture.storage")
public interface StorageConfig {
  /** The folder of the objects; workers and servers on several machines must share it. */
  @WithDefault("${LECTURE_DATA_DIR:var}/storage")
  Path directory();

  /** Scratch space of this machine; see {@link WorkDirectory}. */
  @WithDefault("${LECTURE_DATA_DIR:var}/work")
  Path workDirectory();
}
