package org.lecturehighlights.platform.engine.state;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.engine.Outcome;
import org.lecturehighlights.platform.problem.Problem;

/**
 * What the row of every piece of durable work says about its attempts. The status is that of the
 * table, in lower case; each kind of work has its own set of states.
 */
@MappedSuperclass
public abstract class AttemptRow extends PanacheEntityBase {
  private static final String RUNNING = "running";

  @Column(nullable = false, length = 20)
  private String status;

  /** The fence: only the attempt that this number names may commit. */
  @Column(nullable = false)
  private int attempt;

  @Column(nullable = false)
  private int failures;

  /** How often a worker died during an attempt. */
  @Column(nullable = false)
  private int crashes;

  @Column(length = 200)
  private @Nullable String worker;

  @Column(name = "error_code", length = 60)
  private @Nullable String errorCode;

  @Column(name = "error_message", columnDefinition = "text")
  private @Nullable String errorMessage;

  @Column(name = "started_at")
  private @Nullable Instant startedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  protected String statusCode() {
    return status;
  }

  protected void become(String statusCode) {
    status = statusCode;
  }

  public int attempt() {
    return attempt;
  }

  public int crashes() {
    return crashes;
  }

  public @Nullable Instant startedAt() {
    return startedAt;
  }

  protected @Nullable Instant endedAt() {
    return endedAt;
  }

  protected @Nullable String errorCode() {
    return errorCode;
  }

  protected @Nullable String errorMessage() {
    return errorMessage;
  }

  /** Whether this attempt is the running one, which alone may commit. */
  public boolean isRunning(int number) {
    return attempt == number && RUNNING.equals(status);
  }

  /**
   * Counts a crash if the work is delivered again while an attempt is still running, which means
   * that its worker is dead. Tells whether it has crashed too often to be tried again.
   */
  public boolean crashed(RetryPolicy retries) {
    return RUNNING.equals(status) && retries.isPoisoned(++crashes);
  }

  /** Begins the next attempt. */
  public void begin(String byWorker, Instant now) {
    become(RUNNING);
    attempt++;
    worker = byWorker;
    startedAt = now;
  }

  /**
   * Counts a failure. Returns the pause before the next attempt, or empty if there will be none.
   */
  public Optional<Duration> failed(Outcome.Retry retry, RetryPolicy retries) {
    note(retry.problem());
    failures++;
    return retries.isExhausted(failures)
        ? Optional.empty()
        : Optional.of(retries.pause(failures, retry.notBefore()));
  }

  public void note(Problem problem) {
    errorCode = problem.kind().name();
    errorMessage = problem.detail();
  }

  public void forgetProblem() {
    errorCode = null;
    errorMessage = null;
  }

  /**
   * Forgets how earlier attempts went. The fence keeps counting, so that none of them can commit.
   */
  public void startOver() {
    failures = 0;
    crashes = 0;
    worker = null;
    startedAt = null;
    endedAt = null;
    forgetProblem();
  }

  protected void end(String statusCode, Instant now) {
    become(statusCode);
    endedAt = now;
    worker = null;
  }
}
