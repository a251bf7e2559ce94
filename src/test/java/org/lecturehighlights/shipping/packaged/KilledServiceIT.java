package org.lecturehighlights.shipping.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.app.pipeline.LectureStage;

/** Services that are killed while they work. */
class KilledServiceIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** The first half of the keys of the database's advisory locks; the second is a stage's place. */
  private static final int LOCKS = 4711;

  @TempDir Path directory;

  /**
   * Each service is killed when a stage has done all its work, its files are stored, and only its
   * rows are not committed: there the most is left behind.
   */
  @Test
  void a_job_whose_service_is_killed_in_every_stage_completes_and_nothing_is_doubled()
      throws Exception {
    SampleLecture lecture = SampleLecture.in(directory, 10);
    var application =
        new PackagedApplication(directory)
            // Six missed heartbeats make a worker count as dead.
            .with(Map.of("lecture.engine.heartbeat", "500ms", "lecture.engine.poll", "100ms"));
    try (var database =
        DriverManager.getConnection(application.database(), PackagedApplication.user(), "any")) {
      String killed = killedInEveryStage(application, lecture, database);
      try (var service = application.serve()) {
        assertThat(service.caller().results(killed).getList("clips")).isNotEmpty();
        String undisturbed = service.caller().submit(lecture);
        service.caller().results(undisturbed);
        assertThat(rows(database, killed)).isEqualTo(rows(database, undisturbed));
        assertThat(files(killed)).isNotEmpty().isEqualTo(files(undisturbed));
      }
    }
  }

  private static String killedInEveryStage(
      PackagedApplication application, SampleLecture lecture, Connection database)
      throws IOException, SQLException {
    Set<LectureStage> left = EnumSet.allOf(LectureStage.class);
    RunningService service = application.serve();
    try {
      holdEveryStage(database);
      String job = service.caller().submit(lecture);
      while (!left.isEmpty()) {
        int place =
            await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> heldStages(database), hasSize(1))
                .getFirst();
        service.close();
        assertThat(left.remove(LectureStage.values()[place])).isTrue();
        execute(database, "select pg_advisory_unlock(%d, %d)".formatted(LOCKS, place));
        if (!left.isEmpty()) {
          service = application.serve();
        }
      }
      return job;
    } finally {
      service.close();
    }
  }

  /** Has every stage wait, in the transaction that ends it, for a lock that this session holds. */
  private static void holdEveryStage(Connection database) throws SQLException {
    await()
        .atMost(PATIENCE)
        .until(() -> !strings(database, "select to_regclass('stage_run')::text").contains(null));
    for (LectureStage stage : LectureStage.values()) {
      execute(database, "select pg_advisory_lock(%d, %d)".formatted(LOCKS, stage.ordinal()));
    }
    execute(
        database,
        """
        create schema held;
        create function held.hold() returns trigger language plpgsql as $$
        begin
          perform pg_advisory_xact_lock(%d, new.place);
          return new;
        end $$;
        create trigger hold before update on stage_run for each row
          when (new.status = 'done' and old.status <> 'done') execute function held.hold();
        """
            .formatted(LOCKS));
  }

  /** The places of the stages that wait; one at most, since it holds the job's row. */
  private static List<Integer> heldStages(Connection database) throws SQLException {
    return strings(
            database,
            """
            select objid::text from pg_locks
             where locktype = 'advisory' and classid = %d and not granted
               and database = (select oid from pg_database where datname = current_database())
            """
                .formatted(LOCKS))
        .stream()
        .map(Integer::valueOf)
        .toList();
  }

  /** How many rows of each table tell of the job, and how often each stage was completed. */
  private static Map<String, String> rows(Connection database, String job) throws SQLException {
    Map<String, String> rows = new TreeMap<>();
    for (String table :
        strings(
            database,
            """
            select table_name::text from information_schema.columns
             where table_schema = 'public' and column_name = 'job_id'
               and table_name not in ('job_event', 'processing_logs')
            """)) {
      String count = "select count(*)::text from %s where job_id = '%s'".formatted(table, job);
      rows.put(table, strings(database, count).getFirst());
    }
    List<String> completed =
        strings(
            database,
            "select stage::text from processing_logs where status = 'completed' and job_id = '%s'"
                .formatted(job));
    return Map.of("rows", rows.toString(), "completed", completed.stream().sorted().toList() + "");
  }

  /** The files of the job by their names, without ids and numbers of attempts. */
  private List<String> files(String job) throws IOException {
    Path data = directory.resolve("data");
    try (Stream<Path> all = Files.walk(data)) {
      return all.filter(Files::isRegularFile)
          .map(file -> data.relativize(file).toString())
          .filter(name -> name.contains(job))
          .map(name -> name.replaceAll("(job|clip)_\\w+?(?=[./_-])", "$1").replaceAll("\\d+", "0"))
          .sorted()
          .toList();
    }
  }

  private static List<String> strings(Connection database, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static void execute(Connection database, String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
