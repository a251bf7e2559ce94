package org.lecturehighlights.service.job.idempotency;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.service.job.idempotency.IdempotencyService.Reservation;

/** Creates a job once, however often the request is sent with the same {@code Idempotency-Key}. */
@Singleton
public class IdempotentCreation {
  /** Visible ASCII characters, at most as many as the column holds. */
  private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");

  private final IdempotencyService keys;

  IdempotentCreation(IdempotencyService keys) {
    this.keys = keys;
  }

  /** Creates a job with the given id, or fails and leaves nothing behind. */
  public interface Creation {
    void create(String jobId) throws IOException, InterruptedException;
  }

  /** Fingerprints the request; called only if there is a key, because it may read large files. */
  public interface Description {
    Fingerprint describe() throws IOException;

    /** The fingerprint of the previous version, whose keys are kept for a day after an upgrade. */
    Fingerprint describeAsBefore() throws IOException;
  }

  /**
   * Creates the job, unless it was already created.
   *
   * @param key the request's idempotency key; without one, each request creates a job
   * @param jobId the id for a new job
   * @return the id of the job
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
          "Use a key of up to 255 visible ASCII characters, such as a UUID.");
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

  /** Computes the older fingerprint only if the newer one does not match. */
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
