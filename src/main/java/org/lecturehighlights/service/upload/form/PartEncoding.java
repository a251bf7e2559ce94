package org.lecturehighlights.service.upload.form;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Locale;
import org.apache.commons.fileupload.FileItemHeaders;
import org.apache.commons.fileupload.FileItemStream;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** How a part is encoded. RFC 7578 (section 4.7) deprecates it, but programs send Base64. */
final class PartEncoding {
  private PartEncoding() {}

  /**
   * The bytes of a part.
   *
   * @throws Problem {@code MALFORMED_REQUEST} for an encoding that is not known, and while they are
   *     read for those that are not Base64
   */
  static InputStream decode(FileItemStream part) throws IOException {
    FileItemHeaders headers = part.getHeaders();
    String encoding = headers == null ? null : headers.getHeader("Content-Transfer-Encoding");
    return switch (lower(encoding)) {
      case "", "7bit", "8bit", "binary" -> part.openStream();
      case "base64" ->
          new StrictBase64(
              Base64.getDecoder().wrap(new WithoutLineBreaks(part.openStream())),
              part.getFieldName());
      default ->
          throw Problem.ofField(
              ProblemKind.MALFORMED_REQUEST,
              part.getFieldName(),
              "Send the part without Content-Transfer-Encoding.");
    };
  }

  private static String lower(@Nullable String encoding) {
    return encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
  }

  private static final class WithoutLineBreaks extends FilterInputStream {
    WithoutLineBreaks(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      while (next == '\r' || next == '\n') {
        next = super.read();
      }
      return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = 0;
      while (count < length) {
        int next = read();
        if (next < 0) {
          return count == 0 ? -1 : count;
        }
        target[offset + count] = (byte) next;
        count++;
      }
      return count;
    }
  }

  /** The decoder tells of wrong letters by the exception of a broken connection. */
  private static final class StrictBase64 extends FilterInputStream {
    private final String field;

    StrictBase64(InputStream in, String field) {
      super(in);
      this.field = field;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return super.read(target, offset, length);
      } catch (IOException e) {
        StackTraceElement[] trace = e.getStackTrace();
        if (trace.length > 0 && trace[0].getClassName().startsWith("java.util.Base64")) {
          throw Problem.ofField(
              ProblemKind.MALFORMED_REQUEST, field, "The part is not the Base64 that it says.", e);
        }
        throw e;
      }
    }
  }
}
