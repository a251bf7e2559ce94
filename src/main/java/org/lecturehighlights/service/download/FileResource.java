package org.lecturehighlights.service.download;

import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.jboss.resteasy.reactive.common.util.DateUtil;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.http.ByteRange;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Serves a stored file: whole, in part, or not at all if the caller already has it. */
abstract class FileResource {
  private static final int BUFFER_BYTES = 1 << 16;

  final FileService files;

  FileResource(FileService files) {
    this.files = files;
  }

  /** The parts of a request for a file that affect the response. */
  public static final class FileRequest {
    /** Whether a browser should save the file instead of showing it. */
    @QueryParam("download")
    boolean download;

    @Context
    @SuppressWarnings("NullAway.Init") // the server sets it
    HttpHeaders headers;

    @Context
    @SuppressWarnings("NullAway.Init") // the server sets it
    Request request;

    /** Used to set a header that a problem response must also have. */
    @Context
    @SuppressWarnings("NullAway.Init") // the server sets it
    HttpServerResponse bare;
  }

  /** The response to a request. */
  Response answer(ServedFile file, FileRequest asked) {
    Request request = asked.request;
    HttpServerResponse bare = asked.bare;
    boolean download = asked.download;
    EntityTag tag = new EntityTag(file.tag());
    Response.@Nullable ResponseBuilder unchanged = unchanged(file, tag, request);
    if (unchanged != null && unchanged.build().getStatus() == 412) {
      throw Problem.of(ProblemKind.PRECONDITION_FAILED, "The file has changed; download it again.");
    }
    if (unchanged != null) {
      return described(unchanged, file, download).build();
    }
    if (request.getMethod().equals(HttpMethod.HEAD)) {
      return described(Response.ok(), file, download)
          .header(HttpHeaders.CONTENT_TYPE, file.contentType())
          .header(HttpHeaders.CONTENT_LENGTH, file.size())
          .build();
    }
    Optional<ByteRange> part = part(file, asked.headers, bare);
    ByteRange range = part.orElse(ByteRange.whole(file.size()));
    Response.ResponseBuilder answer =
        described(Response.status(part.isPresent() ? 206 : 200), file, download)
            .header(HttpHeaders.CONTENT_TYPE, file.contentType())
            .header(HttpHeaders.CONTENT_LENGTH, range.length())
            .entity((StreamingOutput) to -> send(file, range, to, bare));
    return part.isEmpty()
        ? answer.build()
        : answer.header("Content-Range", range.of(file.size())).build();
  }

  /** An invalid date must be ignored as a condition (RFC 9110, section 13.1.3). */
  private static Response.@Nullable ResponseBuilder unchanged(
      ServedFile file, EntityTag tag, Request request) {
    try {
      return request.evaluatePreconditions(Date.from(file.lastModified()), tag);
    } catch (DateUtil.DateParseException _) {
      return request.evaluatePreconditions(tag);
    }
  }

  /**
   * Sends buffer by buffer and stops quietly when the client has disconnected, as players do
   * whenever somebody seeks; otherwise the server would read the whole file for nothing.
   */
  private void send(ServedFile file, ByteRange range, OutputStream to, HttpServerResponse bare)
      throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream bytes = files.open(file, range)) {
      for (int read = bytes.read(buffer); read >= 0 && !bare.closed(); read = bytes.read(buffer)) {
        to.write(buffer, 0, read);
      }
    } catch (IOException e) {
      if (!bare.closed()) {
        throw e;
      }
    }
  }

  private static Optional<ByteRange> part(
      ServedFile file, HttpHeaders headers, HttpServerResponse bare) {
    String range = headers.getHeaderString("Range");
    if (range == null || !isStillTheSame(file, headers.getHeaderString("If-Range"))) {
      return Optional.empty();
    }
    try {
      return ByteRange.asked(range, file.size());
    } catch (Problem problem) {
      bare.putHeader("Content-Range", "bytes */" + file.size());
      throw problem;
    }
  }

  /** Whether the file is still the one of which the caller has a part, by entity tag or date. */
  private static boolean isStillTheSame(ServedFile file, @Nullable String ifRange) {
    if (ifRange == null || ifRange.equals('"' + file.tag() + '"')) {
      return true;
    }
    try {
      Instant had = ZonedDateTime.parse(ifRange, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return had.equals(file.lastModified().truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Response.ResponseBuilder described(
      Response.ResponseBuilder answer, ServedFile file, boolean download) {
    answer
        .tag(new EntityTag(file.tag()))
        .lastModified(Date.from(file.lastModified()))
        .header("Accept-Ranges", "bytes")
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    return download
        ? answer.header(HttpHeaders.CONTENT_DISPOSITION, file.name().attachment())
        : answer;
  }
}
