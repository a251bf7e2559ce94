package org.lecturehighlights.lecture.speech;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lecturehighlights.lecture.speech.SpeechResult.Busy;
import org.lecturehighlights.lecture.speech.SpeechResult.Heard;
import org.lecturehighlights.lecture.speech.SpeechResult.Refused;
import org.lecturehighlights.platform.http.RetryAfter;

/** Sends audio to {@code POST /v1/audio/transcriptions} and returns sentences with word times. */
public final class SpeechClient implements AutoCloseable {
  private final HttpClient http;
  private final Clock clock;

  /**
   * @param clock to interpret a Retry-After that is a date
   */
  public SpeechClient(Clock clock) {
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1) // plain servers stumble over the upgrade header
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }

  /**
   * Transcribes one file, which is streamed from disk.
   *
   * @throws FileNotFoundException if there is no such file
   * @throws InterruptedException if the caller was cancelled; the request is aborted
   */
  public SpeechResult transcribe(Path audio, SpeechEndpoint endpoint)
      throws InterruptedException, FileNotFoundException {
    MultipartForm form =
        new MultipartForm()
            .field("model", endpoint.model())
            .field("response_format", "verbose_json")
            .field("timestamp_granularities[]", "word")
            .field("timestamp_granularities[]", "segment");
    endpoint.language().ifPresent(language -> form.field("language", language));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint.transcriptions())
            .timeout(endpoint.timeout())
            .header("Content-Type", form.contentType())
            .header("Accept", "application/json")
            .POST(form.file("file", audio));
    endpoint.apiKey().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    try {
      return read(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return new Busy(
          "The speech service cannot be reached (%s); check its address and try again."
              .formatted(e.getClass().getSimpleName()),
          Optional.empty());
    }
  }

  private SpeechResult read(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status == 200) {
      return SpeechAnswer.sentences(response.body())
          .<SpeechResult>map(Heard::new)
          .orElseGet(() -> new Refused("The speech endpoint did not answer with verbose_json."));
    }
    if (status == 408 || status == 409 || status == 425 || status == 429 || status >= 500) {
      return new Busy(
          "The speech service answered with status %d; try again later.".formatted(status),
          RetryAfter.of(
              response.headers().firstValue("Retry-After").orElse(null), clock.instant()));
    }
    return new Refused(
        "The speech service refused the request with status %d; check its address, key and model."
            .formatted(status));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  /** A multipart form (RFC 7578) whose file is read from disk while it is sent. */
  private static final class MultipartForm {
    // A fixed boundary is safe, because these letters do not occur in the fields, which we write.
    private static final String BOUNDARY = "lecture-highlights-7dKq2XvTz0Rm";
    private final StringBuilder fields = new StringBuilder();

    String contentType() {
      return "multipart/form-data; boundary=" + BOUNDARY;
    }

    MultipartForm field(String name, String value) {
      fields
          .append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
          .append(name)
          .append("\"\r\n\r\n")
          .append(value.replaceAll("[\\r\\n]+", " "))
          .append("\r\n");
      return this;
    }

    HttpRequest.BodyPublisher file(String name, Path file) throws FileNotFoundException {
      String head =
          fields
              + "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                  .formatted(BOUNDARY, name, "audio" + suffix(file))
              + "Content-Type: application/octet-stream\r\n\r\n";
      return HttpRequest.BodyPublishers.concat(
          List.of(
                  HttpRequest.BodyPublishers.ofByteArray(head.getBytes(StandardCharsets.UTF_8)),
                  HttpRequest.BodyPublishers.ofFile(file),
                  HttpRequest.BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"))
              .toArray(HttpRequest.BodyPublisher[]::new));
    }

    private static String suffix(Path file) {
      String name = String.valueOf(file.getFileName());
      String suffix = name.substring(Math.max(0, name.lastIndexOf('.')));
      return suffix.matches("\\.[A-Za-z0-9]{1,5}") ? suffix : ".wav";
    }
  }
}
