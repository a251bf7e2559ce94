package org.lecturehighlights.app.observability;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import org.lecturehighlights.platform.database.PostgresResource;

/** A collector that receives traces, and a log of JSON lines in a file that a test can read. */
public final class ObservedProfile implements QuarkusTestProfile {
  static final String LOG = "target/observability-test/log.json";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quarkus.log.file.enabled", "true",
        "quarkus.log.file.path", LOG,
        "quarkus.log.file.json.enabled", "true");
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(
        new TestResourceEntry(PostgresResource.class), new TestResourceEntry(OtlpReceiver.class));
  }
}
