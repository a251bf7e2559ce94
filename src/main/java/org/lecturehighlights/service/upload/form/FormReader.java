package org.lecturehighlights.service.upload.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadBase.FileUploadIOException;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.apache.commons.fileupload.MultipartStream.MalformedStreamException;
import org.apache.commons.fileupload.ParameterParser;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.http.body.BodyMemory;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Reads a form as it arrives: files go to disk, a limited number of bytes of text into memory. */
@Singleton
public class FormReader {
  /** Twice as many as there are fields. */
  private static final int MOST_PARTS = 30;

  /** Three headers, of which one has a file's name. */
  private static final int MOST_HEADER_BYTES = 4 << 10;

  private final Path directory;
  private final int mostTextBytes;
  private final BodyMemory memory;
  private final CurrentVertxRequest request;

  FormReader(
      @ConfigProperty(name = "quarkus.http.body.uploads-directory") Path directory,
      @ConfigProperty(name = "lecture.json.max-size", defaultValue = "64K") MemorySize mostText,
      BodyMemory memory,
      CurrentVertxRequest request) {
    this.directory = directory;
    this.mostTextBytes = Math.toIntExact(mostText.asLongValue());
    this.memory = memory;
    this.request = request;
  }

  /**
   * The wanted parts of a form; the caller closes it.
   *
   * @param contentType of the request
   * @throws Problem {@code MALFORMED_REQUEST} for what is no form or has too many parts, {@code
   *     BODY_TOO_LARGE} for too much text, {@code STORAGE_FULL} or {@code STORAGE_FAILED}
   * @throws IOException where the connection breaks
   */
  public ReceivedForm read(@Nullable String contentType, InputStream body, WantedParts wanted)
      throws IOException {
    ReceivedForm form = new ReceivedForm();
    boolean complete = false;
    try {
      read(new FormBody(contentType, body), wanted, form);
      complete = true;
      return form;
    } catch (FileUploadException
        | FileUploadIOException
        | InvalidFileNameException
        | MalformedStreamException
        | IllegalArgumentException e) {
      throw Problem.of(
          ProblemKind.MALFORMED_REQUEST, "The form cannot be read; send it as RFC 7578 says.", e);
    } finally {
      if (!complete) {
        form.close();
      }
    }
  }

  private void read(FormBody body, WantedParts wanted, ReceivedForm form)
      throws IOException, FileUploadException {
    FileUpload reader = new BoundedParts();
    reader.setHeaderEncoding(UTF_8.name());
    reader.setPartHeaderSizeMax(MOST_HEADER_BYTES);
    FileItemIterator parts = reader.getItemIterator(body);
    int textBytes = 0;
    for (int count = 1; parts.hasNext(); count++) {
      if (count > MOST_PARTS) {
        throw Problem.of(
            ProblemKind.MALFORMED_REQUEST,
            "The form has more than %d parts; send only those that are described."
                .formatted(MOST_PARTS));
      }
      FileItemStream part = parts.next();
      String name = part.getFieldName();
      if (wanted.files().containsKey(name) && !part.isFormField() && !form.hasFile(name)) {
        long most = wanted.files().get(name);
        try (InputStream bytes = PartEncoding.decode(part)) {
          form.add(name, FileOnDisk.of(part, bytes, most, directory));
        }
      } else if (wanted.texts().contains(name)) {
        byte[] bytes = text(part, mostTextBytes - textBytes);
        textBytes += bytes.length;
        form.add(name, new String(bytes, charset(part.getContentType())));
      }
    }
  }

  /** A part may hold parts of its own, of which the library expects a boundary. */
  private static final class BoundedParts extends FileUpload {
    @Override
    protected byte[] getBoundary(String contentType) {
      byte[] boundary = super.getBoundary(contentType);
      if (boundary == null) {
        throw new IllegalArgumentException("a part of parts without a boundary");
      }
      return boundary;
    }
  }

  /** Programs may send a text as if it were a file. */
  private byte[] text(FileItemStream part, int most) throws IOException {
    try (InputStream stream = PartEncoding.decode(part)) {
      byte[] bytes = stream.readNBytes(most + 1);
      if (bytes.length > most) {
        throw Problem.ofField(
            ProblemKind.BODY_TOO_LARGE,
            part.getFieldName(),
            "Send no more than %d bytes of text in all fields together.".formatted(mostTextBytes));
      }
      if (request.getCurrent() != null) {
        memory.take(request.getCurrent(), bytes.length);
      }
      return bytes;
    }
  }

  /**
   * That of a field.
   *
   * @throws IllegalArgumentException for one that is not known
   */
  private static Charset charset(@Nullable String contentType) {
    ParameterParser parser = new ParameterParser();
    parser.setLowerCaseNames(true);
    Map<String, String> parameters =
        contentType == null ? Map.of() : parser.parse(contentType, ';');
    String name = parameters.get("charset");
    return name == null ? UTF_8 : Charset.forName(name);
  }
}
