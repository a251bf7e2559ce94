package org.lecturehighlights.platform.problem;

import org.jspecify.annotations.Nullable;

/** An error of a known kind, with a sentence that tells its reader what to do. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemKind kind;
  private final @Nullable String field;

  private Problem(
      ProblemKind kind, String detail, @Nullable String field, @Nullable Throwable cause) {
    super(detail, cause);
    this.kind = kind;
    this.field = field;
  }

  /** A problem without a particular field. */
  public static Problem of(ProblemKind kind, String detail) {
    return new Problem(kind, detail, null, null);
  }

  /** A problem that a lower failure caused; the cause goes to the log, never to the caller. */
  public static Problem of(ProblemKind kind, String detail, Throwable cause) {
    return new Problem(kind, detail, null, cause);
  }

  /** A problem of one field of the request. */
  public static Problem ofField(ProblemKind kind, String field, String detail) {
    return new Problem(kind, detail, field, null);
  }

  /** A problem of one field that a lower failure caused. */
  public static Problem ofField(ProblemKind kind, String field, String detail, Throwable cause) {
    return new Problem(kind, detail, field, cause);
  }

  public ProblemKind kind() {
    return kind;
  }

  /** The sentence for the caller. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  public @Nullable String field() {
    return field;
  }
}
