package org.lecturehighlights.platform.http;

/**
 * The order of the checks that run once the endpoint of a request is known and before its body is
 * read, and of reading it; {@link FilterOrder} has what runs earlier. Lower numbers run first. All
 * of them must be non-blocking filters, since those run before the request gets a thread of its
 * own.
 */
public final class EndpointOrder {
  /** What the endpoint's own annotations say: filters bound to these take notes for later ones. */
  public static final int ANNOTATIONS = 900;

  public static final int AUTHENTICATION = 1000;

  /** Counts per caller, so that the caller must be known. */
  public static final int RATE_LIMIT = 1100;

  /** A caller who may not call is told that first. */
  public static final int TUS_VERSION = 1200;

  /** Late, because it looks at the disk. */
  public static final int DISK_SPACE = 1300;

  /** Only bodies of requests that passed all checks are read. */
  public static final int BODY = 1400;

  private EndpointOrder() {}
}
