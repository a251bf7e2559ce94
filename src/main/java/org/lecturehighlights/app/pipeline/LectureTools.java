package org.lecturehighlights.app.pipeline;

import java.time.Clock;
import java.util.Optional;
import org.lecturehighlights.lecture.media.CaptionExtractor;
import org.lecturehighlights.lecture.media.MediaProbe;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.speech.SpeechClient;
import org.lecturehighlights.lecture.speech.SpeechEndpoint;

/**
 * What stages work with; the same for the service and for the command line.
 *
 * @param endpoint empty without a speech service
 */
public record LectureTools(
    Ffmpeg ffmpeg,
    MediaProbe probe,
    CaptionExtractor captions,
    SpeechClient speech,
    Optional<SpeechEndpoint> endpoint) {

  public static LectureTools of(Ffmpeg ffmpeg, Optional<SpeechEndpoint> endpoint, Clock clock) {
    return new LectureTools(
        ffmpeg,
        new MediaProbe(ffmpeg),
        new CaptionExtractor(ffmpeg),
        new SpeechClient(clock),
        endpoint);
  }
}
