package org.lecturehighlights.lecture.speech;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** The result of a request to a speech service. */
public sealed interface SpeechResult {

  /**
   * The service transcribed the audio; the list is empty if it found no speech.
   *
   * @param sentences ordered by start, with word times if the service returns them
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
   * The service is busy or cannot be reached; the same request may succeed later.
   *
   * @param retryAfter the pause that the service requested
   */
  record Busy(String reason, Optional<Duration> retryAfter) implements SpeechResult {
    public Problem problem() {
      return Problem.of(ProblemKind.SPEECH_UNAVAILABLE, reason);
    }
  }

  /**
   * The service refused, or answered with something other than a transcript; a retry does not help.
   */
  record Refused(String reason) implements SpeechResult {
    public Problem problem() {
      return Problem.of(ProblemKind.SPEECH_UNAVAILABLE, reason);
    }
  }
}
