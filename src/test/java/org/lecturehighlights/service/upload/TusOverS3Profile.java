package org.lecturehighlights.service.upload;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.security.IssuerResource;
import org.lecturehighlights.platform.security.SecuredProfile;
import org.lecturehighlights.platform.storage.s3.S3StorageProfile;

/** A server with users, objects in S3, few open uploads and lectures larger than any disk. */
public final class TusOverS3Profile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(new SecuredProfile().getConfigOverrides());
    settings.put("lecture.upload.max-size", "999999999999999999");
    settings.put("lecture.upload.max-open", "2");
    settings.put("lecture.upload.directory", "target/tus-over-s3/parts");
    settings.put("lecture.storage.work-directory", "target/tus-over-s3/work");
    settings.put("quarkus.http.body.uploads-directory", "target/tus-over-s3/uploads");
    return settings;
  }

  @Override
  public boolean disableGlobalTestResources() {
    return true;
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(
        new TestResourceEntry(PostgresResource.class),
        new TestResourceEntry(IssuerResource.class),
        new TestResourceEntry(S3StorageProfile.Server.class));
  }
}
