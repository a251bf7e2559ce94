package org.lecturehighlights.engine.ledger;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.lecturehighlights.engine.Lane;

/** Puts stages into the lanes' tables, in the caller's transaction. */
@ApplicationScoped
public class LaneQueues {
  /** The one task that every lane knows; its instance names the work and the stage. */
  public static final String TASK = "stage";

  private static final String OPENING = "#";

  /** Looked up late, since the verbs without a database have none. */
  private final Instance<DataSource> dataSource;

  private final Map<Lane, SchedulerClient> clients = new EnumMap<>(Lane.class);

  LaneQueues(Instance<DataSource> dataSource) {
    this.dataSource = dataSource;
  }

  void put(Lane lane, StageRun run, Instant due) {
    client(lane).schedule(new TaskInstance<>(TASK, instance(run)), due);
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
  private static String instance(StageRun run) {
    String first = run.workId + "/" + run.stage;
    return run.opening == 0 ? first : first + OPENING + run.opening;
  }

  /** The work of an instance. */
  public static String workOf(String instance) {
    return instance.substring(0, instance.lastIndexOf('/'));
  }

  /** The stage of an instance. */
  public static String stageOf(String instance) {
    return stageAndOpening(instance).split(OPENING, 2)[0];
  }

  /** Which opening of the stage an instance belongs to. */
  public static int openingOf(String instance) {
    String[] parts = stageAndOpening(instance).split(OPENING, 2);
    return parts.length == 1 ? 0 : Integer.parseInt(parts[1]);
  }

  private static String stageAndOpening(String instance) {
    return instance.substring(instance.lastIndexOf('/') + 1);
  }
}
