package org.lecturehighlights.pipeline.step;

import java.util.Optional;
import org.lecturehighlights.media.decode.AudioSamples;
import org.lecturehighlights.media.process.Ffmpeg;
import org.lecturehighlights.silence.waveform.Waveform;
import org.lecturehighlights.silence.waveform.WaveformMeter;

/** Measures how the sound of a lecture is drawn. */
public final class MeasureWaveform {
  private final Ffmpeg ffmpeg;

  public MeasureWaveform(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /** Empty without a sound track. */
  public Optional<Waveform> run(Intermediates intermediates) throws InterruptedException {
    if (intermediates.audio().isEmpty()) {
      return Optional.empty();
    }
    try (AudioSamples samples = AudioSamples.open(ffmpeg, intermediates.audio().get())) {
      return Optional.of(WaveformMeter.measure(samples, intermediates.duration()))
          .filter(waveform -> waveform.buckets() > 0);
    }
  }
}
