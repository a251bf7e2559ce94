package org.lecturehighlights.clip.edit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.problem.Problem;
import org.lecturehighlights.problem.ProblemKind;

/** Conditions on changes, after RFC 9110, section 13.1.1. */
final class Preconditions {
  private Preconditions() {}

  /**
   * @param ifMatch the header, or null without a condition
   * @param tag of the present state, without quotes
   * @throws Problem {@code CHANGED_MEANWHILE}
   */
  static void check(@Nullable String ifMatch, String tag) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return;
    }
    String quoted = '"' + tag + '"';
    if (Arrays.stream(ifMatch.split(",", -1)).map(String::strip).noneMatch(quoted::equals)) {
      throw Problem.of(
          ProblemKind.CHANGED_MEANWHILE,
          "Somebody changed this clip after you read it; read it again and repeat your change.");
    }
  }
}
