package org.lecturehighlights.service.upload.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.util.Map;
import org.apache.commons.fileupload.ParameterParser;
import org.apache.commons.fileupload.RequestContext;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** A request as the library that reads forms wants to see it. */
final class FormBody implements RequestContext {
  /** RFC 2046, section 5.1.1. */
  private static final int LONGEST_BOUNDARY = 70;

  private final String contentType;
  private final InputStream bytes;

  FormBody(@Nullable String contentType, InputStream bytes) {
    this.contentType = String.valueOf(contentType);
    this.bytes = bytes;
    requireBoundary(this.contentType);
  }

  private static void requireBoundary(String contentType) {
    ParameterParser parser = new ParameterParser();
    parser.setLowerCaseNames(true);
    Map<String, String> parameters = parser.parse(contentType, new char[] {';', ','});
    String boundary = parameters.get("boundary");
    if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
      throw Problem.of(
          ProblemKind.MALFORMED_REQUEST,
          "The content type must name a boundary of 1 to %d characters."
              .formatted(LONGEST_BOUNDARY));
    }
  }

  @Override
  public String getCharacterEncoding() {
    return UTF_8.name();
  }

  @Override
  public String getContentType() {
    return contentType;
  }

  /** Not known: the library needs it for a limit that we set elsewhere. */
  @Override
  @SuppressWarnings("deprecation")
  public int getContentLength() {
    return -1;
  }

  @Override
  public InputStream getInputStream() {
    return bytes;
  }
}
