package org.lecturehighlights.platform.engine;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A graph of four stages (one, then two side by side, then the last) whose behaviour each test
 * scripts.
 */
@Alternative
@Singleton
public class ScriptedStages {
  public static final List<String> NAMES = List.of("first", "left", "right", "last");

  private final Map<String, Body> bodies = new ConcurrentHashMap<>();

  /** What was run and what was discarded, as {@code run job/stage/attempt}. */
  public final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();

  /** What a stage of one job does. */
  @FunctionalInterface
  public interface Body {
    Outcome run(StageAttempt run) throws InterruptedException;
  }

  public void script(String jobId, String stage, Body body) {
    bodies.put(jobId + "/" + stage, body);
  }

  @Produces
  @Singleton
  StageGraph graph() {
    return new StageGraph(
        List.of(
            stage("first", Lane.CPU, Set.of()),
            stage("left", Lane.CPU, Set.of("first")),
            stage("right", Lane.RENDER, Set.of("first")),
            stage("last", Lane.LLM, Set.of("left", "right"))));
  }

  private StageDefinition stage(String name, Lane lane, Set<String> needs) {
    return new StageDefinition(
        name,
        lane,
        1,
        needs,
        new Stage() {
          @Override
          public Outcome run(StageAttempt run) throws InterruptedException {
            seen.add("run " + run.jobId() + "/" + run.stage() + "/" + run.attempt());
            Body body = bodies.get(run.jobId() + "/" + run.stage());
            return body == null ? Outcomes.done() : body.run(run);
          }

          @Override
          public void discard(String jobId, int attempt) {
            seen.add("discard " + jobId + "/" + name + "/" + attempt);
          }
        });
  }

  /** The state alone: nobody polls the lanes. */
  public static class WithoutWorkers implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(ScriptedStages.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("lecture.roles", "api", "lecture.engine.retries", "2");
    }
  }

  /** With workers that poll and report often. */
  public static class WithWorkers implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(ScriptedStages.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "lecture.engine.poll", "50ms",
          "lecture.engine.tick", "50ms",
          "lecture.engine.backoff", "20ms",
          "lecture.engine.finish", "20s",
          "lecture.engine.retries", "2");
    }
  }
}
