package org.lecturehighlights.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DbConcurrencyTest {
  private static final String WAITING =
      """
      select count(*) from pg_stat_activity
      where datname = current_database() and query like 'select pg_try_advisory_lock(%'
        and pid not in (select pid from pg_locks where locktype = 'advisory' and granted)
      """;

  @TempDir Path scripts;

  @Test
  void eight_upgrades_of_an_empty_database_apply_each_migration_once() throws Exception {
    var terminal = Terminal.withThree(scripts);
    var start = new CountDownLatch(1);
    Callable<Terminal.Output> upgrade =
        () -> {
          start.await();
          return terminal.another().db("upgrade");
        };
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<Terminal.Output>> all =
          Stream.generate(() -> threads.submit(upgrade)).limit(8).toList();
      start.countDown();
      for (var one : all) {
        assertThat(one.get().code()).as(one.get().err()).isZero();
      }
    }
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3");
  }

  @Test
  void many_upgrades_and_downgrades_at_once_leave_history_and_schema_consistent() throws Exception {
    var terminal = Terminal.withThree(scripts);
    List<String> verbs = List.of("upgrade", "upgrade +1", "downgrade -1", "downgrade base");
    List<Terminal.Output> failed = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(6)) {
      List<Future<List<Terminal.Output>>> all =
          IntStream.range(0, 6)
              .mapToObj(thread ->
                  threads.submit(() ->
                      new Random(thread)
                          .ints(6, 0, verbs.size())
                          .mapToObj(i -> terminal.another().db(verbs.get(i)))
                          .filter(result -> result.code() != 0)
                          .toList()))
              .toList();
      for (var one : all) {
        failed.addAll(one.get());
      }
    }
    assertThat(failed)
        .allSatisfy(result ->
            assertThat(result.err()).contains("FAILED: Relative revision ", "didn't produce 1"));
    String current = terminal.succeed("current").strip().replace(" (head)", "");
    assertThat(terminal.tables())
        .isEqualTo(
            switch (current) {
              case "" -> List.of();
              case "1" -> List.of("one");
              default -> List.of("one", "two");
            });
    assertThat(
            terminal.rows("select 1 from pg_attribute where attname = 'note' and not attisdropped"))
        .hasSize(current.equals("3") ? 1 : 0);
    terminal.succeed("upgrade");
    assertThat(terminal.succeed("verify")).isNotEmpty();
    terminal.succeed("downgrade base");
    assertThat(terminal.tables()).isEmpty();
  }

  @Test
  void the_holder_of_flyways_lock_is_named_when_the_wait_ends() throws SQLException {
    var terminal = Terminal.withThree(scripts);
    terminal.succeed("upgrade 2");
    try (Connection holder = terminal.database().connect();
        var statement = holder.createStatement()) {
      // The key that Flyway 12 was seen to use for public.flyway_schema_history.
      statement.execute("select pg_advisory_lock(77433833903597)");
      for (String words : List.of("upgrade", "downgrade -1", "stamp base", "repair")) {
        var result = terminal.db(words + " --lock-wait 0");
        assertThat(result.code()).as(words).isEqualTo(255);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err())
            .startsWith("FAILED: Another migration is under way in the server's process ")
            .contains("--lock-wait");
      }
    }
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2");
    terminal.succeed("upgrade");
  }

  @Test
  void when_a_migrating_process_is_killed_the_waiting_one_finishes() throws Exception {
    var terminal =
        Terminal.withThree(scripts)
            .file(
                "migration/V4__slow.sql",
                "create table slow (id int); select pg_sleep(60) from gate;");
    terminal.succeed("upgrade 3");
    terminal.sql("create table gate as select 1 as closed");
    try (var threads = Executors.newFixedThreadPool(2)) {
      var killed = threads.submit(() -> terminal.another().db("upgrade"));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> !terminal.rows(sleepers("pid::text")).isEmpty());
      var waits = threads.submit(() -> terminal.another().db("upgrade"));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> terminal.rows(WAITING).equals(List.of("1")));
      terminal.sql("delete from gate");
      terminal.sql(
          """
          select pg_terminate_backend(pid) from pg_locks
          where locktype = 'advisory' and granted
            and database = (select oid from pg_database where datname = current_database())
          """);
      terminal.sql(sleepers("pg_terminate_backend(pid)"));
      assertThat(killed.get().code()).isNotZero();
      assertThat(waits.get().code()).as(waits.get().err()).isZero();
    }
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3, SQL 4");
    assertThat(terminal.tables()).contains("slow");
  }

  private static String sleepers(String what) {
    return "select "
        + what
        + " from pg_stat_activity where datname = current_database()"
        + " and state = 'active' and query like '%pg_sleep(60)%' and pid <> pg_backend_pid()";
  }

  @Test
  void a_killed_downgrade_changes_nothing() throws Exception {
    var terminal =
        Terminal.withThree(scripts)
            .file("undo/U1__first_table.sql", "drop table one; select pg_sleep(60);");
    terminal.succeed("upgrade");
    try (var threads = Executors.newSingleThreadExecutor()) {
      var killed = threads.submit(() -> terminal.another().db("downgrade base"));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> !terminal.rows(sleepers("pid::text")).isEmpty());
      terminal.sql(sleepers("pg_terminate_backend(pid)"));
      assertThat(killed.get().code()).isEqualTo(255);
    }
    assertThat(terminal.tables()).containsExactly("one", "two");
    assertThat(terminal.history()).isEqualTo("SQL 1, SQL 2, SQL 3");
  }
}
