package org.lecturehighlights.platform.database.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.lecturehighlights.platform.database.SchemaDatabase.SCRIPTS;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.SchemaDatabase;
import org.lecturehighlights.platform.database.history.MigrationLock;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.runtime.Patience;

class StartUpMigrationTest {
  private static final int STARTS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void an_empty_database_gets_every_migration() {
    var database = new SchemaDatabase();
    assertThat(start(database)).isEqualTo(SCRIPTS.all().size());
    assertThat(database.fingerprint()).isEqualTo(schemaOfHead());
  }

  @Test
  void a_database_at_the_head_is_not_changed() {
    assertThat(start(new SchemaDatabase().upgrade("head"))).isZero();
  }

  @Test
  void a_legacy_database_is_adopted_first() {
    var database = SchemaDatabase.ofAlembic();
    assertThat(start(database)).isEqualTo(SCRIPTS.all().size() - 1);
    assertThat(database.fingerprint()).isEqualTo(schemaOfHead());
    assertThat(database.ask("select version_num from alembic_version")).isEqualTo("ce9ec48516b9");
    assertThat(start(database)).isZero();
  }

  @Test
  void a_drifted_legacy_database_is_refused_and_not_changed() {
    var database = SchemaDatabase.ofAlembic();
    database.execute("alter table jobs add column user_id integer");
    String before = database.fingerprint();
    assertThat(refusal(database, PATIENCE))
        .contains("column jobs.user_id is not expected (integer)");
    assertThat(database.fingerprint()).isEqualTo(before);
  }

  @Test
  void eight_starts_at_once_on_an_empty_database_apply_each_migration_once() throws Exception {
    var database = new SchemaDatabase();
    assertThat(startTogether(database).stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(SCRIPTS.all().size());
    assertThat(versions(database)).hasSize(SCRIPTS.all().size()).doesNotHaveDuplicates();
    assertThat(database.fingerprint()).isEqualTo(schemaOfHead());
  }

  @Test
  void eight_starts_at_once_on_a_legacy_database_adopt_it_once() throws Exception {
    var database = SchemaDatabase.ofAlembic();
    assertThat(startTogether(database).stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(SCRIPTS.all().size() - 1);
    assertThat(versions(database)).hasSize(SCRIPTS.all().size()).doesNotHaveDuplicates();
    assertThat(database.fingerprint()).isEqualTo(schemaOfHead());
  }

  @Test
  void a_start_that_waited_too_long_says_for_whom_and_which_limit_to_raise() throws SQLException {
    var database = new SchemaDatabase().upgrade("10");
    try (Connection other = database.direct().connect()) {
      MigrationLock.take(other, Duration.ZERO);
      assertThat(refusal(database, Duration.ofMillis(400)))
          .contains("Another migration is under way in the server's process")
          .contains("LECTURE_DATABASE_MIGRATION_WAIT");
    }
    assertThat(start(database)).isEqualTo(after("10"));
  }

  @Test
  void a_start_waits_for_a_migration_that_is_under_way() throws Exception {
    var database = new SchemaDatabase().upgrade("10");
    try (ExecutorService pod = Executors.newSingleThreadExecutor()) {
      Future<Integer> waiting;
      try (Connection other = database.direct().connect()) {
        MigrationLock.take(other, Duration.ZERO);
        waiting = pod.submit(() -> start(database));
        assertThat(waiting.isDone()).isFalse();
      }
      assertThat(waiting.get()).isEqualTo(after("10"));
    }
  }

  @Test
  void a_start_tries_again_while_another_program_holds_a_table() throws Exception {
    var database = new SchemaDatabase().upgrade("1");
    var lockedOut = new CountDownLatch(1);
    try (ExecutorService pod = Executors.newSingleThreadExecutor()) {
      Future<Integer> waiting;
      try (Connection other = database.direct().connect();
          var statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.execute("select count(*) from jobs");
        waiting =
            pod.submit(() ->
                new StartUpMigration(
                        database.direct(),
                        SCRIPTS,
                        line -> {
                          if (line.startsWith("A table is in use")) {
                            lockedOut.countDown();
                          }
                        })
                    .run(Patience.of(PATIENCE)));
        assertThat(lockedOut.await(30, TimeUnit.SECONDS)).isTrue();
        other.rollback();
      }
      assertThat(waiting.get()).isEqualTo(SCRIPTS.all().size() - 1);
    }
  }

  @Test
  void objects_made_by_hand_before_the_first_start_are_refused_by_name() {
    var database = new SchemaDatabase();
    database.execute("create table notes (n integer)");
    assertThat(refusal(database, PATIENCE)).contains("table notes is not expected");
  }

  @Test
  void objects_made_by_hand_later_do_not_disturb_a_start() {
    var database = new SchemaDatabase().upgrade("head");
    database.execute("create table notes (n integer)");
    database.downgrade("base");
    assertThat(start(database)).isEqualTo(SCRIPTS.all().size());
  }

  @Test
  void a_database_ahead_of_this_package_starts() {
    var database = new SchemaDatabase().upgrade("head");
    database.execute(
        """
        insert into flyway_schema_history
        values (100, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', now(), 1, true)
        """);
    assertThat(start(database)).isZero();
  }

  @Test
  void a_migration_that_rows_violate_fails_with_the_constraint_and_changes_nothing() {
    var database = new SchemaDatabase().upgrade("5");
    database.execute(
        """
        insert into jobs (job_id, filename, file_size, content_type, original_s3_key, status, created_at, updated_at)
        values ('j', 'a', 1, 'v', 'k', 'lost', now(), now())
        """);
    assertThat(refusal(database, PATIENCE)).contains("V6__").contains("jobs_status_known");
    assertThat(versions(database)).endsWith("5");
    database.execute("update jobs set status = 'failed'");
    assertThat(start(database)).isEqualTo(after("5"));
  }

  /** How many migrations follow that version. */
  private static int after(String version) {
    return SCRIPTS.all().reversed().stream()
        .takeWhile(migration -> !migration.version().equals(version))
        .toList()
        .size();
  }

  private static String schemaOfHead() {
    return SCRIPTS.schemaAfter(SCRIPTS.head().orElseThrow().version()).orElseThrow();
  }

  private static int start(SchemaDatabase database) {
    return new StartUpMigration(database.direct(), SCRIPTS, line -> {}).run(Patience.of(PATIENCE));
  }

  private static String refusal(SchemaDatabase database, Duration maxWait) {
    var problem =
        catchThrowableOfType(
            Problem.class,
            () ->
                new StartUpMigration(database.direct(), SCRIPTS, line -> {})
                    .run(Patience.of(maxWait)));
    assertThat(problem).isNotNull();
    return problem.detail();
  }

  private static List<Integer> startTogether(SchemaDatabase database)
      throws InterruptedException, ExecutionException {
    var together = new CyclicBarrier(STARTS);
    List<Future<Integer>> starts = new ArrayList<>();
    try (ExecutorService pods = Executors.newFixedThreadPool(STARTS)) {
      for (int i = 0; i < STARTS; i++) {
        starts.add(
            pods.submit(() -> {
              together.await();
              return start(database);
            }));
      }
      List<Integer> applied = new ArrayList<>();
      for (Future<Integer> start : starts) {
        applied.add(start.get());
      }
      return applied;
    }
  }

  private static List<String> versions(SchemaDatabase database) {
    return database.query(
        "select version from flyway_schema_history where version is not null order by installed_rank");
  }
}
