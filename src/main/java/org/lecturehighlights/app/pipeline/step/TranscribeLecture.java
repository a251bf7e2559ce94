package org.lecturehighlights.app.pipeline.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lecturehighlights.lecture.media.CaptionConverter;
import org.lecturehighlights.lecture.media.MediaInfo;
import org.lecturehighlights.lecture.media.MediaProbe;
import org.lecturehighlights.lecture.speech.SpeechClient;
import org.lecturehighlights.lecture.speech.SpeechEndpoint;
import org.lecturehighlights.lecture.speech.SpeechResult;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.lecture.transcript.captions.Sentences;
import org.lecturehighlights.lecture.transcript.captions.WebVtt;
import org.lecturehighlights.platform.problem.Problem;

/**
 * Finds what was said: in the captions that came with the lecture, in captions inside of it, or by
 * a speech endpoint, in this order; with none of them the transcript is empty.
 */
public final class TranscribeLecture {
  private final MediaProbe probe;
  private final CaptionConverter captions;
  private final SpeechClient speech;
  private final Optional<SpeechEndpoint> endpoint;

  public TranscribeLecture(
      MediaProbe probe,
      CaptionConverter captions,
      SpeechClient speech,
      Optional<SpeechEndpoint> endpoint) {
    this.probe = probe;
    this.captions = captions;
    this.speech = speech;
    this.endpoint = endpoint;
  }

  /** How the search for words ended. */
  public sealed interface Result {
    record Found(Transcript transcript, List<Notice> notices) implements Result {
      public Found {
        notices = List.copyOf(notices);
      }
    }

    /** The speech endpoint is busy; the same call may succeed later. */
    record Later(SpeechResult.Busy busy) implements Result {}
  }

  /**
   * @param webVtt the captions that came with the lecture, as WebVTT
   */
  public Result run(Path lecture, Optional<String> webVtt, Recording recording)
      throws InterruptedException, IOException {
    if (webVtt.isPresent()) {
      return found(ofCaptions(Transcript.Source.CAPTION_FILE, webVtt.get()), recording);
    }
    Transcript embedded = embedded(lecture);
    if (embedded.source() != Transcript.Source.NONE) {
      return found(embedded, recording);
    }
    if (endpoint.isEmpty() || recording.audio().isEmpty()) {
      return found(Transcript.NONE, recording);
    }
    return switch (speech.transcribe(recording.audio().get(), endpoint.get())) {
      case SpeechResult.Heard heard -> found(heard.transcript(), recording);
      case SpeechResult.Busy busy -> new Result.Later(busy);
      case SpeechResult.Refused refused ->
          new Result.Found(
              Transcript.NONE,
              List.of(
                  new Notice("SPEECH_REFUSED", "No speech was recognised: " + refused.reason())));
    };
  }

  private Transcript embedded(Path lecture) throws InterruptedException {
    MediaInfo info = probe.probe(lecture);
    if (info.textSubtitles().isEmpty()) {
      return Transcript.NONE;
    }
    try {
      return ofCaptions(
          Transcript.Source.EMBEDDED_CAPTIONS,
          captions.embedded(lecture, info.textSubtitles().getAsInt()));
    } catch (Problem unreadable) {
      // A broken subtitle stream is as good as none; the picture and the sound are still there.
      return Transcript.NONE;
    }
  }

  private static Transcript ofCaptions(Transcript.Source source, String webVtt) {
    List<TranscriptSegment> sentences = Sentences.of(WebVtt.read(webVtt));
    return sentences.isEmpty() ? Transcript.NONE : new Transcript(source, sentences);
  }

  private static Result found(Transcript whole, Recording recording) {
    Transcript transcript = whole.within(recording.duration());
    return new Result.Found(transcript, Notice.of(transcript.source()).stream().toList());
  }
}
