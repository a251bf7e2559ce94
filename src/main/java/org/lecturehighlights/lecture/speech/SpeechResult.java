package org.lecturehighlights.lecture.speech;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** How a request to a speech endpoint ends. */
public sealed interface SpeechResult {

  /**
   * The endpoint heard something, or nothing where the list is empty.
   *
   * @param sentences by start, with word times where the endpoint gives them
   */
  record Heard(List<TranscriptSegment> sentences) implements SpeechResult {
    public Heard {
      sentences = List.copyOf(sentences);
    }

    public Transcript transcript() {
      return sentences.isEmpty()
          ? Transcript.NONE
          : new Transcript(Transcript.Source.SPEECH_ENDPOINT, sentences);
    }
  }

  /**
   * Busy or out of reach; the same request may succeed later.
   *
   * @param retryAfter what the endpoint asked for
   */
  record Busy(String reason, Optional<Duration> retryAfter) implements SpeechResult {
    public Problem problem() {
      return Problem.of(ProblemKind.SPEECH_UNAVAILABLE, reason);
    }
  }

  /** Refused or answered with something else than a transcript; trying again does not help. */
  record Refused(String reason) implements SpeechResult {
    public Problem problem() {
      return Problem.of(ProblemKind.SPEECH_UNAVAILABLE, reason);
    }
  }
}
