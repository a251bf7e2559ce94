package org.lecturehighlights.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a bench found.
 *
 * @param value null where it could not be measured
 * @param bound what the value must reach, or must not exceed
 * @param figures what the value was made of, or why there is none
 */
record Finding(
    String what,
    @Nullable Double value,
    String unit,
    boolean atLeast,
    double bound,
    String figures) {

  static Finding atLeast(double bound, String what, double value, String unit, String figures) {
    return new Finding(what, value, unit, true, bound, figures);
  }

  static Finding atMost(double bound, String what, double value, String unit, String figures) {
    return new Finding(what, value, unit, false, bound, figures);
  }

  static Finding skipped(String what, String reason) {
    return new Finding(what, null, "", true, 0, reason);
  }

  String verdict() {
    if (value == null) {
      return "skipped";
    }
    return (atLeast ? value >= bound : value <= bound) ? "pass" : "fail";
  }

  String line() {
    String measured =
        value == null
            ? ""
            : String.format(
                Locale.ROOT, "%.2f %s (%s %.2f)", value, unit, atLeast ? ">=" : "<=", bound);
    return String.format(Locale.ROOT, "%-7s %-52s %-26s %s", verdict(), what, measured, figures);
  }
}
