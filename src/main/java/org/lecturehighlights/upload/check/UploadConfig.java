package org.lecturehighlights.upload.check;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What may be uploaded. */
@ConfigMapping(prefix = "lecture.upload")
public interface UploadConfig {
  /** The largest lecture; quarkus.http.limits.max-body-size must leave room for it. */
  @WithDefault("5G")
  MemorySize maxSize();

  /** How long after its announcement an upload may begin. */
  @WithDefault("1h")
  Duration expiresAfter();
}
