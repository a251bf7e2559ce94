package org.lecturehighlights.lecture.media.process;

import java.util.List;
import java.util.regex.Pattern;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * A failed ffmpeg as a {@link Problem}: which limit ended it, or its last words. What it reads is
 * blamed on the lecture where it read one.
 */
final class FfmpegFailure {
  private static final int LONGEST_REASON = 300;
  private static final int LAST_WORDS = 40;

  /** As shells count it: 128 and the number of the signal. */
  private static final int KILLED = 128 + 9;

  private static final int PROCESSOR_TIME = 128 + 24;
  private static final int FILE_SIZE = 128 + 25;

  /** Where a file lies is nobody's business but ours. */
  private static final Pattern DIRECTORY = Pattern.compile("(?:file:)?/(?:[^/\\s:']+/)+");

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}]+");

  private FfmpegFailure() {}

  /**
   * @param lecture whether it read bytes that came from outside
   */
  static Problem of(int exitCode, List<String> log, boolean lecture) {
    List<String> last = log.subList(Math.max(0, log.size() - LAST_WORDS), log.size());
    // ffmpeg answers the first signals of this limit, one a second, by ending in order.
    if (exitCode == PROCESSOR_TIME
        || says(last, "received signal 24")
        || says(last, "system signals, hard exiting")) {
      return limit("took more processor time than allowed; upload a shorter or smaller video");
    }
    if (exitCode == FILE_SIZE || says(last, "File too large")) {
      return limit("writes a larger file than allowed; upload a shorter or smaller video");
    }
    if (exitCode == KILLED
        || says(last, "Cannot allocate memory")
        || says(last, "malloc of size")) {
      return limit("needs more memory than allowed; export it with a smaller picture");
    }
    if (says(last, "No space left on device")) {
      return Problem.of(
          ProblemKind.STORAGE_FULL, "The disk is full; free some space or try again later.");
    }
    if (exitCode >= FfmpegOutcome.SIGNALS) {
      return failed(
          lecture,
          "ffmpeg crashed by signal "
              + (exitCode - FfmpegOutcome.SIGNALS)
              + "; convert the video to MP4, or install a newer ffmpeg.");
    }
    return failed(lecture, "ffmpeg could not process the media: " + reason(last));
  }

  static Problem tooLong() {
    return limit("took longer than allowed; try a shorter or smaller video");
  }

  private static Problem limit(String what) {
    return Problem.of(ProblemKind.MEDIA_LIMIT_EXCEEDED, "Processing the media " + what + ".");
  }

  private static Problem failed(boolean lecture, String detail) {
    return Problem.of(lecture ? ProblemKind.MEDIA_DAMAGED : ProblemKind.MEDIA_FAILED, detail);
  }

  private static boolean says(List<String> log, String words) {
    return log.stream().anyMatch(line -> line.contains(words));
  }

  private static String reason(List<String> log) {
    String last =
        log.reversed().stream()
            .filter(line -> !line.equals("Conversion failed!"))
            .findFirst()
            .orElse("it said nothing");
    String said = DIRECTORY.matcher(last.strip()).replaceAll("");
    String shown = UNPRINTABLE.matcher(said).replaceAll(" ");
    return shown.substring(0, Math.min(LONGEST_REASON, shown.length()));
  }
}
