package org.lecturehighlights.app.pipeline;

import java.util.Optional;
import java.util.OptionalInt;
import org.lecturehighlights.lecture.media.CaptionConverter;
import org.lecturehighlights.platform.problem.Problem;

/** Captions inside a lecture file. */
final class EmbeddedCaptions {
  private EmbeddedCaptions() {}

  /**
   * The captions as WebVTT, extracted from the original; empty if there are none that can be read.
   */
  static Optional<String> of(Recording recording, CaptionConverter converter)
      throws InterruptedException {
    OptionalInt stream = recording.info().textSubtitles();
    if (stream.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(converter.embedded(recording.original(), stream.getAsInt()));
    } catch (Problem unreadable) {
      // A broken subtitle stream is treated as none: picture and sound are still there.
      return Optional.empty();
    }
  }
}
