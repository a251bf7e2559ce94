package org.lecturehighlights.lecture.speech;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where speech is recognised.
 *
 * @param base the address before {@code /v1/audio/transcriptions}, with or without a slash at its
 *     end
 * @param language ISO 639-1 code; without it the endpoint finds out by itself
 * @param timeout for the whole answer to one file
 */
public record SpeechEndpoint(
    URI base, Optional<String> apiKey, String model, Optional<String> language, Duration timeout) {

  URI transcriptions() {
    String address = base.toString().replaceFirst("/+$", "").replaceFirst("/v1$", "");
    return URI.create(address + "/v1/audio/transcriptions");
  }

  /** Without the key, so that it cannot reach a log. */
  @Override
  public String toString() {
    return "SpeechEndpoint[" + base + ", model=" + model + "]";
  }
}
