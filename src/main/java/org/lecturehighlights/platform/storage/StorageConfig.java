package org.lecturehighlights.platform.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where bytes are kept. */
@ConfigMapping(prefix = "lecture.storage")
public interface StorageConfig {
  @WithDefault("folder")
  Kind kind();

  /** The folder of the objects; workers and servers on several machines must share it. */
  @WithDefault("${LECTURE_DATA_DIR:var}/storage")
  Path directory();

  /** Scratch space of this machine; see {@link WorkDirectory}. */
  @WithDefault("${LECTURE_DATA_DIR:var}/work")
  Path workDirectory();

  S3 s3();

  /** A folder of the file system, or a bucket of an S3 server. */
  enum Kind {
    FOLDER,
    S3
  }

  /** The bucket. Only {@link #bucket} is required, and only if the kind is S3. */
  interface S3 {
    Optional<String> bucket();

    /** The address of a server other than Amazon's. */
    Optional<URI> endpoint();

    /**
     * The address at which browsers reach the same server, for the addresses that they are given.
     */
    Optional<URI> publicEndpoint();

    @WithDefault("us-east-1")
    String region();

    /**
     * Used with {@link #secretKey}; without both, credentials come from where Amazon's SDK looks
     * for them.
     */
    Optional<String> accessKey();

    Optional<String> secretKey();

    /** Whether the bucket is part of the path, as most other servers want, or of the host name. */
    @WithDefault("false")
    boolean pathStyle();
  }
}
