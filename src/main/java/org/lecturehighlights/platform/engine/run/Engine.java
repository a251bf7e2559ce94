package org.lecturehighlights.platform.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.engine.AttemptObserver;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.LaneLoad;
import org.lecturehighlights.platform.engine.StageState;
import org.lecturehighlights.platform.engine.StartGate;
import org.lecturehighlights.platform.engine.state.LaneQueues;
import org.lecturehighlights.platform.engine.state.StageStateMachine;
import org.lecturehighlights.platform.engine.task.TaskService;
import org.lecturehighlights.platform.runtime.Patience;
import org.lecturehighlights.platform.runtime.RecurringTask;
import org.lecturehighlights.platform.runtime.Role;
import org.lecturehighlights.platform.runtime.Waiting;

/**
 * What other rooms use of the engine: here they submit and cancel jobs and ask for their state. In
 * a process with the role {@code worker} it also takes work from the lanes.
 */
@ApplicationScoped
public class Engine {
  private static final Logger LOG = Logger.getLogger(Engine.class);

  /** db-scheduler deletes tasks that no scheduler of a table knows; ours must never be deleted. */
  private static final Duration NEVER = Duration.ofDays(36_500);

  private static final int MISSED_HEARTBEATS_OF_THE_DEAD = 6;
  private static final Duration WHEN_THE_DATABASE_IS_AWAY = Duration.ofSeconds(5);

  private final EngineConfig config;
  private final Instance<DataSource> dataSource;
  private final StageStateMachine stages;
  private final Instance<RecurringTask> recurring;
  private final AttemptObserver observer;
  private final TaskService tasks;
  private final LaneQueues queues;
  private final StartGate gate;
  private final Waiting waiting;
  private final Set<String> roles;
  private final Map<Lane, Scheduler> schedulers = new EnumMap<>(Lane.class);
  private @Nullable AttemptMonitor monitor;
  private @Nullable StartWhenReady start;

  Engine(
      EngineConfig config,
      Instance<DataSource> dataSource,
      StageStateMachine stages,
      Instance<RecurringTask> recurring,
      AttemptObserver observer,
      TaskService tasks,
      LaneQueues queues,
      StartGate gate,
      Waiting waiting,
      @ConfigProperty(name = "lecture.roles") Set<String> roles) {
    this.config = config;
    this.dataSource = dataSource;
    this.stages = stages;
    this.recurring = recurring;
    this.observer = observer;
    this.tasks = tasks;
    this.queues = queues;
    this.gate = gate;
    this.waiting = waiting;
    this.roles = Set.copyOf(roles);
  }

  /**
   * Submits a job within the caller's transaction: it will be done if and only if that transaction
   * commits.
   */
  public void submit(String jobId) {
    stages.open(jobId);
  }

  /** Repeats the stages of an ended job that are not done, within the caller's transaction. */
  public void retry(String jobId) {
    stages.reopen(jobId);
  }

  /** The state of each stage of a job, in the graph's order; empty for a job that never began. */
  public List<StageState> stages(String jobId) {
    return stages.stages(jobId);
  }

  /** What a finished stage of a job left for later; empty for a job without this stage. */
  public Optional<JsonNode> manifest(String jobId, String stage) {
    return stages.manifest(jobId, stage);
  }

  /** How busy each lane is, over all workers. */
  public List<LaneLoad> loads() {
    return queues.loads();
  }

  /** Cancels what has not started; running attempts stop when they next report their progress. */
  public void cancel(String jobId) {
    stages.cancelUnstarted(jobId);
  }

  void start(@Observes StartupEvent event) {
    if (!Role.WORKER.isAmong(roles)) {
      return;
    }
    String worker = workerName();
    AttemptMonitor watching = new AttemptMonitor(config.tick(), waiting);
    AttemptRunner attempts = new AttemptRunner(watching, observer, this::wake);
    monitor = watching;
    for (Lane lane : Lane.values()) {
      schedulers.put(lane, scheduler(lane, worker, attempts));
    }
    start = new StartWhenReady(gate, () -> takeWork(worker), waiting);
  }

  private void takeWork(String worker) {
    schedulers.values().forEach(Scheduler::start);
    LOG.infof("worker %s takes work from %s", worker, schedulers.keySet());
  }

  void stop(@Observes ShutdownEvent event) {
    if (monitor == null || start == null) {
      return;
    }
    start.close();
    schedulers.values().forEach(Scheduler::pause);
    monitor.awaitIdle(new Patience(config.finish(), waiting));
    monitor.stop();
    schedulers.values().parallelStream().forEach(Scheduler::stop);
    monitor.close();
    schedulers.clear();
    monitor = null;
  }

  private Scheduler scheduler(Lane lane, String worker, AttemptRunner attempts) {
    return Scheduler.create(
            dataSource.get(),
            delivered(LaneQueues.STAGE, new Delivery(stages, attempts, lane, worker)),
            delivered(LaneQueues.TASK, new Delivery(tasks, attempts, lane, worker)))
        .startTasks(lane == Lane.CPU ? recurring() : List.of())
        .tableName(lane.tableName())
        .schedulerName(new SchedulerName.Fixed(worker))
        .threads(config.threadsOf(lane))
        .pollUsingLockAndFetch(0.5, 1.0)
        .pollingInterval(config.poll())
        .heartbeatInterval(config.heartbeat())
        .missedHeartbeatsLimit(MISSED_HEARTBEATS_OF_THE_DEAD)
        .deleteUnresolvedAfter(NEVER)
        .shutdownMaxWait(config.drain())
        .build();
  }

  private static CustomTask<Void> delivered(String name, Delivery delivery) {
    return Tasks.custom(name, Void.class)
        .onDeadExecutionRevive()
        .onFailure(new FailureHandler.OnFailureRetryLater<>(WHEN_THE_DATABASE_IS_AWAY))
        .execute(delivery);
  }

  /** They run in one lane; each of them is done by one worker at a time. */
  private List<com.github.kagkarlsson.scheduler.task.helper.RecurringTask<Void>> recurring() {
    return recurring.stream()
        .map(task ->
            Tasks.recurring(task.name(), FixedDelay.of(task.every()))
                .execute((instance, context) -> task.run()))
        .toList();
  }

  /** Makes the lanes look for due work at once, so that nothing waits for the next poll. */
  private void wake() {
    schedulers.values().forEach(Scheduler::triggerCheckForDueExecutions);
  }

  private static String workerName() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      host = "unnamed";
    }
    return host
        + "-"
        + ProcessHandle.current().pid()
        + "-"
        + UUID.randomUUID().toString().substring(0, 8);
  }
}
