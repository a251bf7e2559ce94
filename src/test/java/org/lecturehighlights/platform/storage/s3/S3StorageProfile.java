package org.lecturehighlights.platform.storage.s3;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.database.PostgresResource;

/** An application that keeps its objects in S3. */
public final class S3StorageProfile implements QuarkusTestProfile {
  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(
        new TestResourceEntry(PostgresResource.class), new TestResourceEntry(Server.class));
  }

  /** The server with an empty bucket. */
  public static final class Server implements QuarkusTestResourceLifecycleManager {
    private @Nullable S3Server server;

    @Override
    public Map<String, String> start() {
      try {
        server = S3Server.start().withBucket("lectures");
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      return server.settings("lectures");
    }

    @Override
    public void stop() {
      try {
        if (server != null) {
          server.close();
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
