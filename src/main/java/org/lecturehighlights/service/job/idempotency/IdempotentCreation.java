package org.lecturehighlights.service.job.idempotency;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.service.job.idempotency.IdempotencyService.Reservation;

/** Creates once, however often the request is sent with the same {@code Idempotency-Key}. */
@Singleton
public class IdempotentCreation {
  /** Visible ASCII, as long as the column. */
  private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");

  private final IdempotencyService keys;

  IdempotentCreation(IdempotencyService keys) {
    this.keys = keys;
  }

  /** Makes a job of the given name, or fails and leaves nothing. */
  public interface Creation {
    void create(String jobId) throws IOException, InterruptedException;
  }

  /** Describes the request; asked only where there is a key, since it may read large files. */
  public interface Description {
    Fingerprint describe() throws IOException;

    /** As the previous version described it; its keys are there for a day after an update. */
    Fingerprint describeAsBefore() throws IOException;
  }

  /**
   * Makes the job, unless it was made before.
   *
   * @param key of the request; none makes a new job every time
   * @param jobId the name that a new job shall have
   * @return the name that the job has
   */
  public String once(@Nullable String key, Description request, String jobId, Creation creation)
      throws IOException, InterruptedException {
    if (key == null) {
      creation.create(jobId);
      return jobId;
    }
    if (!FORM.matcher(key).matches()) {
      throw Problem.ofField(
          ProblemKind.VALIDATION_ERROR,
          "Idempotency-Key",
          "Take a key of up to 255 visible characters, for instance a UUID.");
    }
    Reservation reservation = reserve(key, request, jobId);
    if (!reservation.isNew()) {
      return reservation.jobId();
    }
    boolean made = false;
    try {
      creation.create(jobId);
      made = true;
      return jobId;
    } finally {
      if (!made) {
        keys.release(key, jobId);
      }
    }
  }

  /** The older description is made only where the newer one does not fit. */
  private Reservation reserve(String key, Description request, String jobId) throws IOException {
    try {
      return keys.reserve(key, request.describe().hex(), jobId);
    } catch (Problem problem) {
      if (problem.kind() != ProblemKind.IDEMPOTENCY_KEY_REUSED) {
        throw problem;
      }
      return keys.reserve(key, request.describeAsBefore().hex(), jobId);
    }
  }
}
