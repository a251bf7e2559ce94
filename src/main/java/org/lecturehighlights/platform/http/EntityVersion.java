package org.lecturehighlights.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/**
 * The version of a resource, for {@code ETag} and the conditions of requests (RFC 9110, section
 * 13).
 *
 * @param state changes with the resource
 * @param rendering changes with what its answer says besides, for instance links that expire; a
 *     change there makes readers read again, but no writer fail
 */
public record EntityVersion(String state, String rendering) {
  /** Twelve bytes of a digest: versions of one resource never meet by chance. */
  private static final int DIGITS = 24;

  /** Of a state whose text tells all of it, as a record's does. */
  public static EntityVersion of(Object state) {
    return new EntityVersion(digest(state.toString()), "");
  }

  /** The same state, rendered with this. */
  public EntityVersion renderedWith(@Nullable String part) {
    return part == null ? this : new EntityVersion(state, "." + digest(part).substring(0, 8));
  }

  /** For the header {@code ETag}. */
  public String tag() {
    return '"' + state + rendering + '"';
  }

  /** Whether the caller has this version already, by the header {@code If-None-Match}. */
  public boolean isKnown(@Nullable String ifNoneMatch) {
    return ifNoneMatch != null && names(ifNoneMatch, this::isSame);
  }

  /** {@code PRECONDITION_FAILED} where the header {@code If-Match} asks for another version. */
  public void require(@Nullable String ifMatch) {
    if (ifMatch != null && !names(ifMatch, this::isOfSameState)) {
      throw Problem.of(
          ProblemKind.PRECONDITION_FAILED, "It has changed since you read it; read it again.");
    }
  }

  private boolean isSame(String tag) {
    return (tag.startsWith("W/") ? tag.substring(2) : tag).equals(tag());
  }

  /** Weak tags never match here, as the RFC wants. */
  private boolean isOfSameState(String tag) {
    return tag.equals('"' + state + '"') || tag.startsWith('"' + state + '.');
  }

  private static boolean names(String header, Predicate<String> version) {
    return Arrays.stream(header.split(",", -1))
        .map(String::strip)
        .anyMatch(tag -> tag.equals("*") || version.test(tag));
  }

  private static String digest(String text) {
    try {
      byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
