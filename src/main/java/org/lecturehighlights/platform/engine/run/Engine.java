package org.lecturehighlights.platform.engine.run;

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
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.engine.AttemptObserver;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.StageGraph;
import org.lecturehighlights.platform.engine.StageState;
import org.lecturehighlights.platform.engine.StartGate;
import org.lecturehighlights.platform.engine.state.LaneQueues;
import org.lecturehighlights.platform.engine.state.StageStateMachine;
import org.lecturehighlights.platform.engine.task.TaskHandler;
import org.lecturehighlights.platform.engine.task.TaskService;
import org.lecturehighlights.platform.runtime.RecurringTask;
import org.lecturehighlights.platform.runtime.Role;

/** The engine's door: work comes in here; with the role {@code worker} it is also done here. */
@ApplicationScoped
public class Engine {
  private static final Logger LOG = Logger.getLogger(Engine.class);

  /**
   * db-scheduler deletes tasks that no scheduler of a table knows; ours are never to be deleted.
   */
  private static final Duration NEVER = Duration.ofDays(36_500);

  private static final int MISSED_HEARTBEATS_OF_THE_DEAD = 6;
  private static final Duration WHEN_THE_DATABASE_IS_AWAY = Duration.ofSeconds(5);

  private final EngineConfig config;
  private final Instance<DataSource> dataSource;
  private final StageGraph graph;
  private final StageStateMachine ledger;
  private final Instance<RecurringTask> recurring;
  private final AttemptObserver observer;
  private final TaskService errandService;
  private final Instance<TaskHandler> tasks;
  private final StartGate condition;
  private final Set<String> roles;
  private final Map<Lane, Scheduler> schedulers = new EnumMap<>(Lane.class);
  private @Nullable AttemptMonitor ticks;
  private @Nullable StartWhenReady generation;

  Engine(
      EngineConfig config,
      Instance<DataSource> dataSource,
      StageGraph graph,
      StageStateMachine ledger,
      Instance<RecurringTask> recurring,
      AttemptObserver observer,
      TaskService errandService,
      Instance<TaskHandler> tasks,
      StartGate condition,
      @ConfigProperty(name = "lecture.roles") Set<String> roles) {
    this.config = config;
    this.dataSource = dataSource;
    this.graph = graph;
    this.ledger = ledger;
    this.recurring = recurring;
    this.observer = observer;
    this.errandService = errandService;
    this.tasks = tasks;
    this.condition = condition;
    this.roles = Set.copyOf(roles);
  }

  /** Submits a work within the caller's transaction: it is done if and only if that commits. */
  public void submit(String jobId) {
    ledger.open(jobId);
  }

  /** Does again what is not done of a work that ended, within the caller's transaction. */
  public void retry(String jobId) {
    ledger.reopen(jobId);
  }

  /** How each stage of a work stands, in the graph's order; none for a work that never began. */
  public List<StageState> stages(String jobId) {
    return ledger.stages(jobId);
  }

  /** Drops what has not started; running steps stop at their next tick. */
  public void cancel(String jobId) {
    ledger.cancelUnstarted(jobId);
  }

  void start(@Observes StartupEvent event) {
    if (!Role.WORKER.isAmong(roles)) {
      return;
    }
    String worker = workerName();
    AttemptMonitor pulse = new AttemptMonitor(config.tick());
    AttemptRunner attempts = new AttemptRunner(pulse, observer);
    ticks = pulse;
    for (Lane lane : Lane.values()) {
      schedulers.put(lane, scheduler(lane, worker, attempts));
    }
    generation = new StartWhenReady(condition, () -> takeWork(worker));
  }

  private void takeWork(String worker) {
    schedulers.values().forEach(Scheduler::start);
    LOG.infof("worker %s takes work from %s", worker, schedulers.keySet());
  }

  void stop(@Observes ShutdownEvent event) {
    if (ticks == null || generation == null) {
      return;
    }
    generation.close();
    schedulers.values().forEach(Scheduler::pause);
    ticks.awaitIdle(config.finish());
    ticks.stop();
    schedulers.values().parallelStream().forEach(Scheduler::stop);
    ticks.close();
    schedulers.clear();
    ticks = null;
  }

  private Scheduler scheduler(Lane lane, String worker, AttemptRunner attempts) {
    CustomTask<Void> stage =
        Tasks.custom(LaneQueues.STAGE, Void.class)
            .onDeadExecutionRevive()
            .onFailure(new FailureHandler.OnFailureRetryLater<>(WHEN_THE_DATABASE_IS_AWAY))
            .execute(new StageExecution(graph, ledger, attempts, worker, this::wake));
    CustomTask<Void> task =
        Tasks.custom(LaneQueues.ERRAND, Void.class)
            .onDeadExecutionRevive()
            .onFailure(new FailureHandler.OnFailureRetryLater<>(WHEN_THE_DATABASE_IS_AWAY))
            .execute(new TaskExecution(tasks, errandService, attempts, worker, lane));
    return Scheduler.create(dataSource.get(), stage, task)
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

  /** Chores are recurring tasks of one lane; of all workers one does each of them. */
  private List<com.github.kagkarlsson.scheduler.task.helper.RecurringTask<Void>> recurring() {
    return recurring.stream()
        .map(task ->
            Tasks.recurring(task.name(), FixedDelay.of(task.every()))
                .execute((instance, context) -> task.run()))
        .toList();
  }

  private void wake(String stage) {
    graph.after(stage).stream()
        .map(next -> schedulers.get(next.lane()))
        .distinct()
        .forEach(scheduler -> {
          if (scheduler != null) {
            scheduler.triggerCheckForDueExecutions();
          }
        });
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
