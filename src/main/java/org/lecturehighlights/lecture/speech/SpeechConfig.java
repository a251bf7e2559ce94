package org.lecturehighlights.lecture.speech;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The speech endpoint, if there is one. */
@ConfigMapping(prefix = "lecture.speech")
public interface SpeechConfig {
  /** Its address before {@code /v1/audio/transcriptions}; without it nothing is recognised. */
  Optional<URI> url();

  Optional<String> apiKey();

  @WithDefault("whisper-1")
  String model();

  /** ISO 639-1 code; without it the endpoint finds out by itself. */
  Optional<String> language();

  /** For the whole answer to one lecture. */
  @WithDefault("1h")
  Duration timeout();

  default Optional<SpeechEndpoint> endpoint() {
    return url().map(base -> new SpeechEndpoint(base, apiKey(), model(), language(), timeout()));
  }
}
