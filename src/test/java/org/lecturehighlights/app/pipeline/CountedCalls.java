package org.lecturehighlights.app.pipeline;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.logging.MDC;
import org.lecturehighlights.lecture.media.process.FfmpegObserver;
import org.lecturehighlights.lecture.media.process.FfmpegPurpose;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.platform.storage.StorageConfig;
import org.lecturehighlights.platform.storage.s3.S3Storage;
import org.lecturehighlights.platform.storage.s3.S3StorageProfile;

/** An S3 storage and an ffmpeg that record each use, with the stage that it serves. */
@Alternative
@Singleton
class CountedCalls {
  /** Stands for work that is done for a request, not for a stage. */
  static final String UPLOAD = "upload";

  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

  /** An application in which calls are counted. */
  public static final class Counted implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(CountedCalls.class);
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return new S3StorageProfile().testResources();
    }
  }

  /**
   * @param name the storage's method, or what ffmpeg does
   * @param key the object or prefix; empty for ffmpeg
   */
  record Call(String stage, String name, String key) {}

  @Produces
  @Singleton
  ObjectStorage storage(StorageConfig config) {
    ObjectStorage counted = new S3Storage(config.s3());
    return (ObjectStorage)
        Proxy.newProxyInstance(
            CountedCalls.class.getClassLoader(),
            new Class<?>[] {ObjectStorage.class},
            (_, method, arguments) -> {
              if (arguments != null && arguments[0] instanceof String key) {
                note(method.getName(), key);
              }
              try {
                return method.invoke(counted, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }

  @Produces
  @Singleton
  FfmpegObserver observer() {
    return purpose -> {
      if (purpose == FfmpegPurpose.PROBE) {
        note("probe", "");
      }
      return (_, _) -> {};
    };
  }

  private void note(String name, String key) {
    String stage = Objects.requireNonNullElse((String) MDC.get("stage"), UPLOAD);
    calls.add(new Call(stage, name, key));
  }

  void forget() {
    calls.clear();
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }
}
