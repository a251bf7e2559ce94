package org.lecturehighlights.media.process;

import java.util.List;
import org.lecturehighlights.problem.Problem;
import org.lecturehighlights.problem.ProblemKind;

/** A failed ffmpeg as a {@link Problem} with its last words. */
final class FfmpegFailure {
  private static final int LONGEST_REASON = 300;

  private FfmpegFailure() {}

  static Problem of(int exitCode, List<String> log) {
    String reason = log.isEmpty() ? "it said nothing" : log.getLast().strip();
    if (exitCode >= FfmpegOutcome.SIGNALS) {
      reason = "it was ended by signal " + (exitCode - FfmpegOutcome.SIGNALS) + " after: " + reason;
    }
    if (reason.length() > LONGEST_REASON) {
      reason = reason.substring(0, LONGEST_REASON);
    }
    return Problem.of(ProblemKind.MEDIA_FAILED, "ffmpeg could not process the media: " + reason);
  }
}
