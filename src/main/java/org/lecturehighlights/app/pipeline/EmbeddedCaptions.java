package org.lecturehighlights.app.pipeline;

import java.util.Optional;
import java.util.OptionalInt;
import org.lecturehighlights.lecture.media.CaptionConverter;
import org.lecturehighlights.platform.problem.Problem;

/** Captions inside of a lecture. */
final class EmbeddedCaptions {
  private EmbeddedCaptions() {}

  /** As WebVTT, taken out of the original; empty where there are none that can be read. */
  static Optional<String> of(Recording recording, CaptionConverter converter)
      throws InterruptedException {
    OptionalInt stream = recording.info().textSubtitles();
    if (stream.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(converter.embedded(recording.original(), stream.getAsInt()));
    } catch (Problem unreadable) {
      // A broken subtitle stream is as good as none; the picture and the sound are still there.
      return Optional.empty();
    }
  }
}
