package org.lecturehighlights.lecture.speech;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A speech service.
 *
 * @param base the URL before {@code /v1/audio/transcriptions}, with or without a slash at the end
 * @param language ISO 639-1 code; without it the service detects the language
 * @param timeout for the whole response for one file
 */
public record SpeechEndpoint(
    URI base, Optional<String> apiKey, String model, Optional<String> language, Duration timeout) {

  URI transcriptions() {
    String address = base.toString().replaceFirst("/+$", "").replaceFirst("/v1$", "");
    return URI.create(address + "/v1/audio/transcriptions");
  }

  /** Without the key, so that it does not appear in logs. */
  @Override
  public String toString() {
    return "SpeechEndpoint[" + base + ", model=" + model + "]";
  }
}
