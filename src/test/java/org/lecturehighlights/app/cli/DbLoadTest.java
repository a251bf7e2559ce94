package org.lecturehighlights.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations while others read and write. */
class DbLoadTest {
  private static final String TRANSACTION =
      """
      begin;
      insert into jobs (job_id, filename, file_size, content_type, original_s3_key, status,
                        created_at, updated_at)
      values ('job_' || gen_random_uuid(), 'load.mp4', 1, 'video/mp4', 'load', 'failed', now(), now());
      update jobs set file_size = file_size + 1
       where id = (select max(id) from jobs where filename = 'load.mp4');
      select count(*) from (select id from jobs where status = 'failed' limit 100) as page;
      commit;
      """;

  @TempDir Path folder;

  @Test
  void transactions_on_jobs_all_succeed_while_migrations_go_up_and_down() throws Exception {
    var pgbench = Tool.onPath("pgbench");
    var terminal = Terminal.withOurs();
    terminal.succeed("upgrade 1");
    Path script = Files.writeString(folder.resolve("load.sql"), TRANSACTION);
    Path nothing = Files.createFile(folder.resolve("nothing"));
    var load =
        pgbench.start(
            terminal.database(), nothing, "-n", "-c", "4", "-t", "500", "-f", script.toString());
    try {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> !load.isAlive() || !terminal.rows("select 1 from jobs limit 1").isEmpty());
      int changes = 0;
      for (String words = "upgrade head"; load.isAlive(); changes++) {
        var result = terminal.db(words);
        if (result.code() == 0) {
          words = words.startsWith("up") ? "downgrade 1" : "upgrade head";
        } else {
          // The one failure that the guide mentions: try again.
          assertThat(result.err()).contains("lock timeout");
        }
      }
      var result = Tool.end(load);
      assertThat(result.out())
          .contains("number of transactions actually processed: 2000/2000")
          .contains("number of failed transactions: 0");
      assertThat(changes).isPositive();
    } finally {
      load.destroy();
    }
    assertThat(terminal.rows("select count(*) from jobs")).containsExactly("2000");
    terminal.succeed("upgrade head");
    assertThat(terminal.db("verify").code()).isZero();
  }
}
