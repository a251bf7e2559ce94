package org.lecturehighlights.platform.security;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a {@link TestIssuer} and puts it into the tests' fields of that type. */
public final class IssuerResource implements QuarkusTestResourceLifecycleManager {
  private @Nullable TestIssuer issuer;

  @Override
  public Map<String, String> start() {
    issuer = new TestIssuer();
    return Map.of("lecture.security.issuer", issuer.url());
  }

  @Override
  public void inject(TestInjector tests) {
    tests.injectIntoFields(issuer, new TestInjector.MatchesType(TestIssuer.class));
  }

  @Override
  public void stop() {
    if (issuer != null) {
      issuer.close();
    }
  }
}
