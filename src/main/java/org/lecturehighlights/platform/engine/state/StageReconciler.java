package org.lecturehighlights.platform.engine.state;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.StageDefinition;
import org.lecturehighlights.platform.engine.StageGraph;

/**
 * Brings the rows of a job in line with this version's graph. What comes next is read from the
 * rows, so it does not matter which version wrote them: while pods are being replaced, versions
 * with different graphs work on the same job in turn. A stage that this version does not have is
 * offered to other versions until nothing else is left to do, and at least a few times; then the
 * job completes without it.
 */
final class StageReconciler {
  private static final Logger LOG = Logger.getLogger(StageReconciler.class);

  private final StageGraph graph;
  private final LaneQueues queues;
  private final RetryPolicy retries;
  private final Clock clock;

  StageReconciler(StageGraph graph, LaneQueues queues, RetryPolicy retries, Clock clock) {
    this.graph = graph;
    this.queues = queues;
    this.retries = retries;
    this.clock = clock;
  }

  /**
   * Adds the stages that a job lacks and makes those due that no longer wait for anything. Tells
   * whether the job is complete. The caller holds the lock of the job, and the job has not ended.
   */
  boolean reconcile(String jobId) {
    Map<String, StageRow> rows =
        StageRow.ofJob(jobId).stream()
            .collect(Collectors.toMap(row -> row.stage, Function.identity()));
    List<StageDefinition> stages = graph.stages();
    List<StageRow> own = new ArrayList<>();
    for (int place = 0; place < stages.size(); place++) {
      StageDefinition definition = stages.get(place);
      StageRow row = rows.computeIfAbsent(definition.name(), stage -> added(jobId, definition));
      row.place = place;
      own.add(row);
    }
    Set<String> done = done(own);
    for (int place = 0; place < stages.size(); place++) {
      advance(own.get(place), stages.get(place), done);
    }
    if (done.size() < own.size()) {
      return false;
    }
    List<StageRow> foreign =
        rows.values().stream()
            .filter(row -> graph.find(row.stage).isEmpty() && row.status().isOpen())
            .toList();
    foreign.stream()
        .filter(row -> row.status() != StageStatus.RUNNING)
        .forEach(row -> offer(row, Duration.ZERO));
    return foreign.isEmpty();
  }

  /**
   * Leaves a stage that this version does not have to workers of another version, after a pause.
   * Once nothing else is left to do and the stage has been offered as often as a failing stage is
   * tried, it is given up, and this returns true.
   */
  boolean passOn(StageRow row) {
    int offers = row.generation + 1;
    if (retries.isExhausted(offers) && isRestDone(row.jobId)) {
      LOG.warnf("no worker knows the stage %s: the job completes without it", row.stage);
      row.end(StageStatus.CANCELLED, clock.instant());
      return true;
    }
    offer(row, retries.pause(offers, Optional.empty()));
    return false;
  }

  private boolean isRestDone(String jobId) {
    return done(StageRow.ofJob(jobId))
        .containsAll(graph.stages().stream().map(StageDefinition::name).toList());
  }

  private static StageRow added(String jobId, StageDefinition definition) {
    StageRow row = StageRow.waiting(jobId, definition);
    row.persist();
    return row;
  }

  private void advance(StageRow row, StageDefinition definition, Set<String> done) {
    if (row.status() == StageStatus.CANCELLED) {
      // It was given up by a version that does not have it, for the job itself has not ended.
      row.reopen();
    }
    if (row.status() == StageStatus.WAITING) {
      row.depsLeft = (int) definition.needs().stream().filter(need -> !done.contains(need)).count();
      if (row.depsLeft == 0) {
        row.lane = definition.lane().code();
        deliver(row, Duration.ZERO);
      }
    }
  }

  private void offer(StageRow row, Duration after) {
    row.holdBack();
    deliver(row, after);
  }

  private void deliver(StageRow row, Duration after) {
    row.become(StageStatus.READY);
    Lane lane = Lane.valueOf(row.lane.toUpperCase(Locale.ROOT));
    queues.putStage(lane, row, clock.instant().plus(after));
  }

  private static Set<String> done(List<StageRow> rows) {
    return rows.stream()
        .filter(row -> row.status() == StageStatus.DONE)
        .map(row -> row.stage)
        .collect(Collectors.toUnmodifiableSet());
  }
}
