package org.lecturehighlights.platform.engine.state;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.LaneLoad;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * Puts deliveries of stages and tasks into the lanes' tables, in the caller's transaction. Pods of
 * earlier versions read these names too, so they must not change.
 */
@ApplicationScoped
public class LaneQueues {
  /** The scheduler's name for deliveries of stages: job, stage and generation. */
  public static final String STAGE = "stage";

  /** The scheduler's name for deliveries of tasks: subject and revision. */
  public static final String TASK = "errand";

  private static final String GENERATION = "#";
  private static final String LOADS =
      Stream.of(Lane.values()).map(LaneQueues::load).collect(Collectors.joining(" union all "));

  /** Looked up late, because the commands without a database have no data source. */
  private final Instance<DataSource> dataSource;

  private final Map<Lane, SchedulerClient> clients = new EnumMap<>(Lane.class);

  LaneQueues(Instance<DataSource> dataSource) {
    this.dataSource = dataSource;
  }

  void putStage(Lane lane, StageRow row, Instant due) {
    client(lane).schedule(new TaskInstance<>(STAGE, delivery(row)), due);
  }

  /** Makes a revision of a task due in the caller's transaction; the revision must be a new one. */
  public void putTask(Lane lane, String subject, int revision, Instant due) {
    client(lane).schedule(new TaskInstance<>(TASK, subject + "/" + revision), due);
  }

  /** The load of every lane, in one query. */
  public List<LaneLoad> loads() {
    try (Connection connection = dataSource.get().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(LOADS)) {
      List<LaneLoad> loads = new ArrayList<>();
      while (rows.next()) {
        loads.add(
            new LaneLoad(
                Lane.valueOf(rows.getString(1)),
                rows.getLong(2),
                rows.getLong(3),
                Duration.ofMillis(rows.getLong(4))));
      }
      return loads;
    } catch (SQLException unreachable) {
      throw Problem.of(
          ProblemKind.DATABASE_UNAVAILABLE,
          "The work that waits in the lanes cannot be " + "counted.",
          unreachable);
    }
  }

  private static String load(Lane lane) {
    return """
    select '%s',
      count(*) filter (where not picked and execution_time <= now()),
      count(*) filter (where picked),
      coalesce(extract(epoch from now() - min(execution_time)
        filter (where not picked and execution_time <= now())) * 1000, 0)::bigint
    from %s where task_name in ('%s', '%s')
    """
        .formatted(lane.name(), lane.tableName(), STAGE, TASK);
  }

  private synchronized SchedulerClient client(Lane lane) {
    return clients.computeIfAbsent(
        lane,
        l ->
            SchedulerClient.Builder.create(dataSource.get(), List.of())
                .tableName(l.tableName())
                .build());
  }

  /** The first generation has no suffix, as in the versions from before there were retries. */
  private static String delivery(StageRow row) {
    String first = row.jobId + "/" + row.stage;
    return row.generation == 0 ? first : first + GENERATION + row.generation;
  }

  /** The job, or a task's subject, that a delivery names. */
  public static String subjectOf(String delivery) {
    return delivery.substring(0, delivery.lastIndexOf('/'));
  }

  /** The revision of a task that a delivery names. */
  public static int revisionOf(String delivery) {
    return Integer.parseInt(afterSubject(delivery));
  }

  /** The stage that a delivery names. */
  public static String stageOf(String delivery) {
    return afterSubject(delivery).split(GENERATION, 2)[0];
  }

  /** The generation of a stage that a delivery names, 0 for the first. */
  public static int generationOf(String delivery) {
    String[] parts = afterSubject(delivery).split(GENERATION, 2);
    return parts.length == 1 ? 0 : Integer.parseInt(parts[1]);
  }

  private static String afterSubject(String delivery) {
    return delivery.substring(delivery.lastIndexOf('/') + 1);
  }
}
