package org.lecturehighlights.service.job.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.engine.TestJobs;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.service.job.JobIds;
import org.lecturehighlights.service.job.JobLifeService;
import org.lecturehighlights.service.upload.UploadProfile;

/** Removal of a job's objects, on a server whose recurring tasks only the test runs. */
@QuarkusTest
@TestProfile(UploadProfile.class)
class RemoveObjectsTest {
  @Inject RemoveObjects task;
  @Inject RemovalService removals;
  @Inject JobLifeService life;
  @Inject TestJobs testJobs;
  @Inject ObjectStorage storage;
  @Inject AgroalDataSource database;

  private final String job = JobIds.next();

  @Test
  void objects_stay_until_the_recurring_task_removes_them() {
    String pending = testJobs.pending();
    store(pending + "/upload/original.mp4");
    life.delete(pending, found -> {});
    assertThat(storage.list(pending)).isNotEmpty();
    task.run();
    assertThat(storage.list(pending)).isEmpty();
  }

  @Test
  void objects_written_late_are_removed_for_a_day() throws SQLException {
    order(List.of());
    store(job + "/a");
    task.run();
    store(job + "/late");
    task.run();
    assertThat(storage.list(job)).as("not due yet").hasSize(1);
    update("next_at = now()");
    task.run();
    assertThat(storage.list(job)).isEmpty();
    assertThat(removals.isOrdered(job)).isTrue();
    update("since = now() - interval '25 hours', next_at = now()");
    task.run();
    assertThat(removals.isOrdered(job)).isFalse();
  }

  @Test
  void only_the_jobs_own_objects_are_removed_and_invalid_keys_are_skipped() {
    store(job + "x/a");
    store(job + "/a");
    store("elsewhere/" + job);
    order(List.of("../etc/passwd", "an odd name", "elsewhere/" + job));
    task.run();
    assertThat(storage.list(job)).isEmpty();
    assertThat(storage.size("elsewhere/" + job)).isEmpty();
    assertThat(storage.size(job + "x/a")).isPresent();
  }

  private void order(List<String> keys) {
    QuarkusTransaction.requiringNew().run(() -> removals.order(job, keys));
  }

  private void store(String key) {
    storage.put(key, new ByteArrayInputStream(new byte[3]), 3);
  }

  private void update(String assignments) throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "update storage_removal set " + assignments + " where job_id = ?")) {
      statement.setString(1, job);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
