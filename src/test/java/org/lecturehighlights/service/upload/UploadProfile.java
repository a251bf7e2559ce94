package org.lecturehighlights.service.upload;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import org.lecturehighlights.platform.database.PostgresResource;

/** A server without workers, so that what is queued stays queued; storage of its own. */
public final class UploadProfile implements QuarkusTestProfile {
  static final int LARGEST = 400_000;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "lecture.roles", "api",
        "lecture.upload.max-size", Integer.toString(LARGEST),
        "lecture.storage.directory", "target/upload-test/storage",
        "lecture.storage.work-directory", "target/upload-test/work",
        "quarkus.http.body.uploads-directory", "target/upload-test/uploads");
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(PostgresResource.class));
  }
}
