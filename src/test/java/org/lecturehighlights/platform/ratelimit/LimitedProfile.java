package org.lecturehighlights.platform.ratelimit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lecturehighlights.platform.security.SecuredProfile;

/** A secured server that lets each caller do little in an hour. */
public final class LimitedProfile implements QuarkusTestProfile {
  private final SecuredProfile secured = new SecuredProfile();

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(secured.getConfigOverrides());
    settings.put("lecture.limit.enabled", "true");
    settings.put("lecture.limit.window", "1H");
    settings.put("lecture.limit.creations", "2");
    settings.put("lecture.limit.writes", "3");
    settings.put("lecture.limit.reads", "4");
    settings.put("lecture.limit.address-factor", "2");
    // A machine under load must not make a test's requests uncounted.
    settings.put("lecture.limit.patience", "30S");
    return settings;
  }

  @Override
  public boolean disableGlobalTestResources() {
    return true;
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return secured.testResources();
  }
}
