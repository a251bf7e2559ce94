package org.lecturehighlights.platform.storage.s3;

import java.util.function.Supplier;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What the server's and the network's failures mean to the rest of the application. */
final class S3Calls {
  private static final String GONE = "The file is no longer stored; upload the lecture again.";

  private S3Calls() {}

  /** Makes a call; its failures leave as problems. */
  static <T> T attempt(Supplier<T> call) {
    try {
      return call.get();
    } catch (AbortedException interrupted) {
      // The SDK takes the flag away; whoever asked this thread to stop still means it.
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

  /** Says whether the object is the one that is missing, and not the bucket. */
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
          ProblemKind.RANGE_NOT_SATISFIABLE, "Ask for a range that lies within the file.", answer);
    }
    return unavailable(answer);
  }

  private static String code(S3Exception answer) {
    return answer.awsErrorDetails() == null ? "" : answer.awsErrorDetails().errorCode();
  }
}
