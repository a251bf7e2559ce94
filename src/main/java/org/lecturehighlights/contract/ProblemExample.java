package org.lecturehighlights.contract;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.lecturehighlights.problem.ProblemKind;

/** A problem as a caller meets it. */
final class ProblemExample {
  private ProblemExample() {}

  static Map<String, Object> of(ProblemKind kind) {
    Map<String, Object> problem = new LinkedHashMap<>();
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    problem.put("type", "urn:lecture-highlights:problem:" + name);
    problem.put("title", kind.title());
    problem.put("status", kind.status());
    problem.put("detail", kind.title() + ".");
    problem.put("instance", "/api/v1/jobs/job_0123456789ab");
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", kind.name());
    error.put("message", kind.title() + ".");
    problem.put("error", error);
    return problem;
  }
}
