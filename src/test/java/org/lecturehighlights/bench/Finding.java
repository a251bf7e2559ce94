package org.lecturehighlights.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A result of a benchmark.
 *
 * @param value null if it could not be measured
 * @param bound the minimum or maximum of the value
 * @param figures the measurements behind the value, or why there are none
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
