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

/** Puts stages and errands into the lanes' tables, in the caller's transaction. */
@ApplicationScoped
public class LaneQueues {
  /** A task of every lane; its instance names the work and the stage. */
  public static final String STAGE = "stage";

  /** A task of every lane; its instance names the subject and the revision. */
  public static final String ERRAND = "errand";

  private static final String GENERATION = "#";
  private static final String LOADS =
      Stream.of(Lane.values()).map(LaneQueues::load).collect(Collectors.joining(" union all "));

  /** Looked up late, since the verbs without a database have none. */
  private final Instance<DataSource> dataSource;

  private final Map<Lane, SchedulerClient> clients = new EnumMap<>(Lane.class);

  LaneQueues(Instance<DataSource> dataSource) {
    this.dataSource = dataSource;
  }

  void put(Lane lane, StageRow run, Instant due) {
    client(lane).schedule(new TaskInstance<>(STAGE, instance(run)), due);
  }

  /** Makes a revision of an errand due in the caller's transaction; it must be a new one. */
  public void putErrand(Lane lane, String subject, int revision, Instant due) {
    client(lane).schedule(new TaskInstance<>(ERRAND, subject + "/" + revision), due);
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
          ProblemKind.DATABASE_UNAVAILABLE, "The lanes cannot be counted.", unreachable);
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
        .formatted(lane.name(), lane.tableName(), STAGE, ERRAND);
  }

  private synchronized SchedulerClient client(Lane lane) {
    return clients.computeIfAbsent(
        lane,
        l ->
            SchedulerClient.Builder.create(dataSource.get(), List.of())
                .tableName(l.tableName())
                .build());
  }

  /** The first opening has no mark, as in every version before there were retries. */
  private static String instance(StageRow run) {
    String first = run.jobId + "/" + run.stage;
    return run.generation == 0 ? first : first + GENERATION + run.generation;
  }

  /** The work of an instance. */
  public static String workOf(String instance) {
    return instance.substring(0, instance.lastIndexOf('/'));
  }

  /** The stage of an instance. */
  public static String stageOf(String instance) {
    return stageAndOpening(instance).split(GENERATION, 2)[0];
  }

  /** Which opening of the stage an instance belongs to. */
  public static int openingOf(String instance) {
    String[] parts = stageAndOpening(instance).split(GENERATION, 2);
    return parts.length == 1 ? 0 : Integer.parseInt(parts[1]);
  }

  private static String stageAndOpening(String instance) {
    return instance.substring(instance.lastIndexOf('/') + 1);
  }
}
