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

  /** Looked up late, since the verbs without a database have none. */
  private final Instance<DataSource> dataSource;

  private final Map<Lane, SchedulerClient> clients = new EnumMap<>(Lane.class);

  LaneQueues(Instance<DataSource> dataSource) {
    this.dataSource = dataSource;
  }

  void put(Lane lane, String workId, String stage, Instant due) {
    client(lane).schedule(new TaskInstance<>(TASK, instance(workId, stage)), due);
  }

  /** Makes an instance of another task due in the caller's transaction; it must be a new one. */
  public void putTask(Lane lane, String task, String instance, Instant due) {
    client(lane).schedule(new TaskInstance<>(task, instance), due);
  }

  private synchronized SchedulerClient client(Lane lane) {
    return clients.computeIfAbsent(
        lane,
        l ->
            SchedulerClient.Builder.create(dataSource.get(), List.of())
                .tableName(l.tableName())
                .build());
  }

  private static String instance(String workId, String stage) {
    return workId + "/" + stage;
  }

  /** The work of an instance. */
  public static String workOf(String instance) {
    return instance.substring(0, instance.lastIndexOf('/'));
  }

  /** The stage of an instance. */
  public static String stageOf(String instance) {
    return instance.substring(instance.lastIndexOf('/') + 1);
  }
}
