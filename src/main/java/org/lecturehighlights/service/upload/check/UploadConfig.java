package org.lecturehighlights.service.upload.check;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
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

  /** How long an upload may go without a byte before it is ended and its bytes are removed. */
  @WithDefault("24h")
  Duration forgetAfter();

  /** How many jobs of one caller may wait for their bytes; without security nobody is counted. */
  @WithDefault("100")
  int maxOpen();

  /**
   * Where resumable uploads grow. Servers that share it can continue each other's; on the file
   * system of the storage's folder, which has no object of that name, the last byte costs no copy.
   */
  @WithDefault("${lecture.storage.directory:${LECTURE_DATA_DIR:var}/storage}/.resumable")
  Path directory();
}
