package org.lecturehighlights.shipping;

import java.util.Set;

/** Where the application answers probes: what manifests may ask, and what a test asks itself. */
public final class ProbePaths {
  /** The default of quarkus.management.port. */
  public static final int MANAGEMENT_PORT = 9000;

  private ProbePaths() {}

  public static Set<String> all() {
    return Set.of("/q/health", "/q/health/live", "/q/health/ready", "/q/health/started");
  }
}
