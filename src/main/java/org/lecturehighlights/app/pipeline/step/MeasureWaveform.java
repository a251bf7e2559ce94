package org.lecturehighlights.app.pipeline.step;

import java.util.Optional;
import org.lecturehighlights.lecture.media.decode.AudioSamples;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.silence.waveform.Waveform;
import org.lecturehighlights.lecture.silence.waveform.WaveformMeter;

/** Measures how the sound of a lecture is drawn. */
public final class MeasureWaveform {
  private final Ffmpeg ffmpeg;

  public MeasureWaveform(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /** Empty without a sound track. */
  public Optional<Waveform> run(Recording recording) throws InterruptedException {
    if (recording.audio().isEmpty()) {
      return Optional.empty();
    }
    try (AudioSamples samples = AudioSamples.open(ffmpeg, recording.audio().get())) {
      return Optional.of(WaveformMeter.measure(samples, recording.duration()))
          .filter(waveform -> waveform.buckets() > 0);
    }
  }
}
