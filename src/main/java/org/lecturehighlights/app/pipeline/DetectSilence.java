package org.lecturehighlights.app.pipeline;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.lecturehighlights.lecture.media.decode.AudioSamples;
import org.lecturehighlights.lecture.silence.SilenceAnalysis;
import org.lecturehighlights.lecture.silence.SilenceDetector;
import org.lecturehighlights.lecture.silence.waveform.Waveform;
import org.lecturehighlights.lecture.silence.waveform.WaveformMeter;

/** Finds where nobody speaks, and measures how the sound is drawn. */
final class DetectSilence implements StageWork {
  private final LectureTools tools;

  DetectSilence(LectureTools tools) {
    this.tools = tools;
  }

  @Override
  public StageResult run(Findings findings, Path workDirectory, DoubleConsumer progress)
      throws InterruptedException {
    Recording recording = findings.recording();
    Optional<Path> audio = recording.file(Recording.Part.AUDIO);
    SilenceAnalysis silence =
        new SilenceDetector()
            .detect(
                audio.map(file -> () -> AudioSamples.open(tools.ffmpeg(), file)),
                recording.duration(),
                recording.facts().channelLevels());
    Optional<Waveform> waveform =
        findings.isForPlayer() && audio.isPresent()
            ? waveform(audio.get(), recording)
            : Optional.empty();
    return new StageResult.SilenceDetected(
        silence, waveform, LectureWarnings.of(silence.outcome()));
  }

  private Optional<Waveform> waveform(Path audio, Recording recording) throws InterruptedException {
    try (AudioSamples samples = AudioSamples.open(tools.ffmpeg(), audio)) {
      return Optional.of(WaveformMeter.measure(samples, recording.duration()))
          .filter(waveform -> waveform.buckets() > 0);
    }
  }
}
