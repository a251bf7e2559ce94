package org.lecturehighlights.platform.problem;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The closed table of errors: one row for each error that a caller can act on. The name is the
 * stable code that clients see, the number its HTTP status.
 */
public enum ProblemKind {
  VALIDATION_ERROR(400, "The request is not valid"),
  MALFORMED_REQUEST(400, "The request cannot be read"),
  FILE_NOT_FOUND(400, "No file was uploaded for this job"),
  UNAUTHORIZED(401, "You are not signed in"),
  TOKEN_INVALID(401, "The token is not valid"),
  LINK_INVALID(401, "The link is not valid or has expired"),
  FORBIDDEN(403, "You are not allowed to do this"),
  JOB_NOT_FOUND(404, "There is no such job"),
  CLIP_NOT_FOUND(404, "There is no such clip"),
  TRANSCRIPT_NOT_FOUND(404, "The job has no transcript"),
  LAYOUT_ANALYSIS_NOT_FOUND(404, "The job has no layout analysis"),
  WAVEFORM_NOT_FOUND(404, "The job has no waveform"),
  WEBHOOK_NOT_FOUND(404, "There is no such webhook"),
  RUNNER_UP_NOT_FOUND(404, "There is no such runner-up"),
  NOT_FOUND(404, "There is nothing at this address"),
  METHOD_NOT_ALLOWED(405, "The address does not support this method"),
  NOT_ACCEPTABLE(406, "None of the accepted content types can be produced"),
  BODY_TOO_SLOW(408, "The request's body arrived too slowly"),
  JOB_NOT_COMPLETED(409, "The job has not completed yet"),
  JOB_STATE_CONFLICT(409, "The job's state does not allow this"),
  TOO_MANY_WEBHOOKS(409, "There are too many webhooks"),
  UPLOAD_OFFSET_CONFLICT(409, "The upload has a different number of bytes"),
  PROTOCOL_VERSION_UNSUPPORTED(412, "The protocol version is not supported"),
  BODY_TOO_LARGE(413, "The request's JSON is larger than allowed"),
  FILE_TOO_LARGE(413, "The file is larger than allowed"),
  UNSUPPORTED_MEDIA_TYPE(415, "The content type is not supported"),
  RANGE_NOT_SATISFIABLE(416, "The requested range is outside the file"),
  WEBHOOK_URL_REFUSED(422, "Webhooks cannot be sent to this address"),
  CUT_NOT_ALLOWED(422, "The clip cannot be cut there"),
  EMPTY_FILE(422, "The file is empty"),
  NOT_A_VIDEO(422, "The file cannot be read as a video"),
  NO_VIDEO_STREAM(422, "The file has no video stream"),
  CAPTIONS_UNREADABLE(422, "The captions cannot be read"),
  MEDIA_DAMAGED(422, "The video cannot be played to its end"),
  MEDIA_LIMIT_EXCEEDED(422, "The video exceeds a limit"),
  IDEMPOTENCY_KEY_IN_USE(409, "The first request with this key is still running"),
  IDEMPOTENCY_KEY_REUSED(422, "The key was used for a different request"),
  RECORDING_GONE(410, "The recording is no longer stored"),
  PRECONDITION_FAILED(412, "It was changed in the meantime"),
  UPLOAD_EXPIRED(410, "The upload was not finished in time"),
  UPLOAD_IN_USE(423, "Another request is sending this upload"),
  RATE_LIMITED(429, "Too many requests in a short time"),
  TOO_MANY_UPLOADS(429, "Too many uploads are open"),
  CHECKSUM_MISMATCH(460, "The bytes do not match their checksum"),
  MEDIA_TOOL_MISSING(503, "ffmpeg is not available"),
  MEDIA_FAILED(500, "The video could not be processed"),
  STORAGE_FULL(507, "There is not enough disk space for the file"),
  SPEECH_UNAVAILABLE(502, "The speech service did not answer as expected"),
  STORAGE_FAILED(500, "The storage did not answer as expected"),
  STORAGE_UNAVAILABLE(503, "The storage is not available"),
  MIGRATION_REFUSED(409, "The schema cannot be changed this way"),
  DATABASE_UNAVAILABLE(503, "The database is not available"),
  SERVER_BUSY(503, "The server receives too much at once"),
  IDENTITY_PROVIDER_UNAVAILABLE(503, "Tokens cannot be checked"),
  NOT_CONFIGURED(500, "A setting is missing"),
  STAGE_TIMED_OUT(500, "A step of the processing took too long"),
  PROCESSING_CRASHED(500, "Processing was interrupted too often"),
  NOT_IMPLEMENTED(501, "This is not available on this installation"),
  INTERNAL_SERVER_ERROR(500, "Something went wrong on our side");

  private final int status;
  private final String title;

  ProblemKind(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  /**
   * The value of the header {@code WWW-Authenticate}, as RFC 6750 has it; empty for other kinds.
   */
  public Optional<String> challenge() {
    return switch (this) {
      case UNAUTHORIZED, LINK_INVALID -> Optional.of("Bearer");
      case TOKEN_INVALID -> Optional.of("Bearer error=\"invalid_token\"");
      default -> Optional.empty();
    };
  }

  /** How many seconds to wait before the next attempt, for the header {@code Retry-After}. */
  public OptionalInt retryAfterSeconds() {
    return this == SERVER_BUSY ? OptionalInt.of(5) : OptionalInt.empty();
  }

  /** Whether the same work may succeed later without any change to the request. */
  public boolean mayPass() {
    return switch (this) {
      case MEDIA_TOOL_MISSING,
          SPEECH_UNAVAILABLE,
          STORAGE_FAILED,
          STORAGE_UNAVAILABLE,
          STORAGE_FULL,
          DATABASE_UNAVAILABLE ->
          true;
      default -> false;
    };
  }

  public String title() {
    return title;
  }
}
