package org.lecturehighlights.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.app.pipeline.Recording.Part;
import org.lecturehighlights.lecture.speech.SpeechResult;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.lecture.transcript.captions.Captions;
import org.lecturehighlights.lecture.transcript.captions.Sentences;
import org.lecturehighlights.platform.problem.Warning;

/**
 * Finds what was said: in captions that came with the lecture, in captions inside its file, or by a
 * speech service, in this order; without any of them the transcript is empty.
 */
final class TranscribeLecture implements StageWork {
  private final LectureTools tools;

  TranscribeLecture(LectureTools tools) {
    this.tools = tools;
  }

  @Override
  public StageResult run(Findings findings, Path workDirectory, DoubleConsumer progress)
      throws InterruptedException, IOException {
    Recording recording = findings.recording();
    Optional<String> uploaded = text(recording, Part.CAPTIONS);
    if (uploaded.isPresent()) {
      return ofCaptions(Transcript.Source.CAPTION_FILE, uploaded.get(), recording);
    }
    StageResult.Transcribed embedded =
        ofCaptions(Transcript.Source.EMBEDDED_CAPTIONS, embedded(recording).orElse(""), recording);
    if (embedded.transcript().source() != Transcript.Source.NONE
        || tools.endpoint().isEmpty()
        || !recording.has(Part.AUDIO)) {
      return embedded;
    }
    return recognized(recording);
  }

  private StageResult recognized(Recording recording) throws InterruptedException, IOException {
    Path audio = recording.file(Part.AUDIO).orElseThrow();
    return switch (tools.speech().transcribe(audio, tools.endpoint().orElseThrow())) {
      case SpeechResult.Heard heard -> found(heard.transcript(), List.of(), recording);
      case SpeechResult.Busy busy -> new StageResult.Later(busy.problem(), busy.retryAfter());
      case SpeechResult.Refused refused ->
          new StageResult.Transcribed(
              Transcript.NONE, LectureWarnings.ofRefusedSpeech(refused.reason()));
    };
  }

  /** Initializing extracted them, unless an earlier version initialized the lecture. */
  private Optional<String> embedded(Recording recording) throws InterruptedException, IOException {
    return recording.hasInfo()
        ? text(recording, Part.EMBEDDED_CAPTIONS)
        : EmbeddedCaptions.of(recording, tools.captions()).webVtt();
  }

  private static Optional<String> text(Recording recording, Part part) throws IOException {
    Optional<Path> file = recording.file(part);
    return file.isPresent() ? Optional.of(Files.readString(file.get())) : Optional.empty();
  }

  private static StageResult.Transcribed ofCaptions(
      Transcript.Source source, String webVtt, Recording recording) {
    Captions captions = Captions.ofWebVtt(webVtt);
    List<TranscriptSegment> sentences = Sentences.of(captions.cues());
    return found(
        sentences.isEmpty() ? Transcript.NONE : new Transcript(source, sentences),
        captions.warnings(),
        recording);
  }

  private static StageResult.Transcribed found(
      Transcript whole, List<Warning> more, Recording recording) {
    Transcript transcript = whole.within(recording.duration());
    List<Warning> warnings = new ArrayList<>(LectureWarnings.of(transcript.source()));
    warnings.addAll(more);
    return new StageResult.Transcribed(transcript, warnings);
  }
}
