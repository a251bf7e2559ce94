package org.lecturehighlights.lecture.speech;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The settings of the speech service, if there is one. */
@ConfigMapping(prefix = "lecture.speech")
public interface SpeechConfig {
  /** The URL before {@code /v1/audio/transcriptions}; without it no speech is transcribed. */
  Optional<URI> url();

  Optional<String> apiKey();

  @WithDefault("whisper-1")
  String model();

  /** ISO 639-1 code; without it the service detects the language. */
  Optional<String> language();

  /** Time limit for the whole response for one lecture. */
  @WithDefault("1h")
  Duration timeout();

  default Optional<SpeechEndpoint> endpoint() {
    return url().map(base -> new SpeechEndpoint(base, apiKey(), model(), language(), timeout()));
  }
}
