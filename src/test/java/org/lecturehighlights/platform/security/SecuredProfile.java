package org.lecturehighlights.platform.security;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.storage.StorageResource;

/**
 * A server with security on and without workers. Tests of any room that need users take this one
 * profile, so that the application is started for them once, and a field {@code TestIssuer issuer},
 * whose {@code token("alice")} goes into the {@code Authorization} header.
 */
public final class SecuredProfile implements QuarkusTestProfile {
  static final String SIGNING_KEY = "a key for tests that is longer than 32 bytes";
  static final String FRONTEND = "https://lectures.example.org";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "lecture.roles",
        "api",
        "lecture.security.audience",
        TestIssuer.AUDIENCE,
        "lecture.security.jwks-retry",
        "0S",
        // More than any disk holds, for tests of uploads that find no room.
        "lecture.upload.max-size",
        "9P",
        "quarkus.http.limits.max-body-size",
        "9P",
        "lecture.security.signing-key",
        SIGNING_KEY,
        "quarkus.http.proxy.proxy-address-forwarding",
        "true",
        "quarkus.http.cors.enabled",
        "true",
        "quarkus.http.cors.origins",
        FRONTEND);
  }

  /** Other tests' resources know nothing of users. */
  @Override
  public boolean disableGlobalTestResources() {
    return true;
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(
        new TestResourceEntry(PostgresResource.class),
        new TestResourceEntry(StorageResource.class),
        new TestResourceEntry(IssuerResource.class));
  }
}
