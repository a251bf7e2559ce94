package org.lecturehighlights.app.observability;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Counts requests with methods that nobody defined as one: callers invent them, and each would have
 * a time series of its own for as long as the process lives.
 */
@Singleton
class KnownMethods implements MeterFilter {
  private static final String REQUESTS = "http.server.";
  private static final String TAG = "method";
  private static final Tag OTHER = Tag.of(TAG, "OTHER");

  /** Those of RFC 9110, section 9, and PATCH of RFC 5789. */
  private static final Set<String> KNOWN =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

  @Override
  public Meter.Id map(Meter.Id id) {
    String method = id.getName().startsWith(REQUESTS) ? id.getTag(TAG) : null;
    if (method == null || KNOWN.contains(method) || method.equals("UNKNOWN")) {
      return id;
    }
    List<Tag> tags = new ArrayList<>(id.getTags());
    tags.replaceAll(tag -> tag.getKey().equals(TAG) ? OTHER : tag);
    return id.replaceTags(tags);
  }
}
