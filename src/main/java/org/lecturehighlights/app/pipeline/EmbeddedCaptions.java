package org.lecturehighlights.app.pipeline;

import java.util.List;
import java.util.Optional;
import org.lecturehighlights.lecture.media.CaptionExtractor;
import org.lecturehighlights.lecture.transcript.captions.Captions;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.Warning;

/**
 * Captions inside a lecture file.
 *
 * @param webVtt empty where there are none that can be read
 */
record EmbeddedCaptions(Optional<String> webVtt, List<Warning> warnings) {
  EmbeddedCaptions {
    warnings = List.copyOf(warnings);
  }

  /** Extracted from the original. */
  static EmbeddedCaptions of(Recording recording, CaptionExtractor extractor)
      throws InterruptedException {
    try {
      Optional<byte[]> file = extractor.extract(recording.original(), recording.info());
      return new EmbeddedCaptions(file.map(Captions::read).map(Captions::toWebVtt), List.of());
    } catch (Problem unreadable) {
      // The picture and the sound are still there.
      return new EmbeddedCaptions(
          Optional.empty(), LectureWarnings.ofUnreadableTrack(unreadable.detail()));
    }
  }
}
