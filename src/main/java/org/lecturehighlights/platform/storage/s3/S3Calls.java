package org.lecturehighlights.platform.storage.s3;

import java.util.function.Supplier;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Translates failures of the server and the network into problems. */
final class S3Calls {
  private static final String GONE = "The file is no longer stored; upload the lecture again.";

  private S3Calls() {}

  /** Makes a call; failures are thrown as problems. */
  static <T> T attempt(Supplier<T> call) {
    try {
      return call.get();
    } catch (AbortedException interrupted) {
      // The SDK clears the interrupt flag, but whoever interrupted this thread still wants it to
      // stop.
      Thread.currentThread().interrupt();
      throw unavailable(interrupted);
    } catch (S3Exception answer) {
      throw problem(answer);
    } catch (SdkException noAnswer) {
      throw unavailable(noAnswer);
    }
  }

  static Problem unavailable(Exception cause) {
    return Problem.of(
        ProblemKind.STORAGE_UNAVAILABLE, "The storage does not answer; try again later.", cause);
  }

  /** Whether the object is missing, as opposed to the bucket. */
  static boolean isMissing(S3Exception answer) {
    return answer.statusCode() == 404 && !"NoSuchBucket".equals(code(answer));
  }

  static Problem gone() {
    return Problem.of(ProblemKind.NOT_FOUND, GONE);
  }

  private static Problem problem(S3Exception answer) {
    if (isMissing(answer)) {
      return Problem.of(ProblemKind.NOT_FOUND, GONE, answer);
    }
    if (answer.statusCode() == 416) {
      return Problem.of(
          ProblemKind.RANGE_NOT_SATISFIABLE, "Ask for a range inside the file.", answer);
    }
    return unavailable(answer);
  }

  private static String code(S3Exception answer) {
    return answer.awsErrorDetails() == null ? "" : answer.awsErrorDetails().errorCode();
  }
}
