package org.lecturehighlights.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.engine.TestJobs;

/** Jobs whose upload has yet to arrive. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PendingJobsTest {
  /** Every job is older than a time in the future. */
  private static final Duration ANY_AGE = Duration.ofMinutes(-1);

  @Inject TestJobs testJobs;
  @Inject JobService jobs;

  @Test
  void an_unfinished_upload_fails_with_upload_expired() {
    String forgotten = testJobs.pending();
    assertThat(jobs.expirePending(ANY_AGE)).contains(forgotten);
    assertThat(testJobs.job(forgotten).status()).isEqualTo(JobStatus.FAILED);
    assertThat(testJobs.job(forgotten).errorCode()).isEqualTo("UPLOAD_EXPIRED");
  }

  @Test
  void a_recent_pending_job_stays_pending() {
    String waiting = testJobs.pending();
    assertThat(jobs.expirePending(Duration.ofHours(1))).doesNotContain(waiting);
    assertThat(testJobs.job(waiting).status()).isEqualTo(JobStatus.PENDING);
  }
}
