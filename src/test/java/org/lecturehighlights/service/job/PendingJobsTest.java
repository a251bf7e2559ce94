package org.lecturehighlights.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.engine.TestJobs;

/** Jobs that wait for their bytes. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PendingJobsTest {
  /** Everything is older than a moment to come. */
  private static final Duration NO_PATIENCE = Duration.ofMinutes(-1);

  @Inject TestJobs testJobs;
  @Inject JobService jobs;

  @Test
  void a_job_whose_bytes_never_come_fails_with_a_name_in_the_end() {
    String forgotten = testJobs.pending();
    assertThat(jobs.expirePending(NO_PATIENCE)).contains(forgotten);
    assertThat(testJobs.job(forgotten).status()).isEqualTo(JobStatus.FAILED);
    assertThat(testJobs.job(forgotten).errorCode()).isEqualTo("UPLOAD_EXPIRED");
  }

  @Test
  void a_job_that_still_may_get_its_bytes_is_left_alone() {
    String waiting = testJobs.pending();
    assertThat(jobs.expirePending(Duration.ofHours(1))).doesNotContain(waiting);
    assertThat(testJobs.job(waiting).status()).isEqualTo(JobStatus.PENDING);
  }
}
