package org.lecturehighlights.lecture.silence;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lecturehighlights.lecture.media.decode.AudioSamples;
import org.lecturehighlights.lecture.silence.SilenceAnalysis.Outcome;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * Finds where nobody speaks. The first pass over the sound measures the levels of background noise
 * and voice, the second one applies a threshold between them; memory use does not grow with the
 * length of the lecture.
 */
public final class SilenceDetector {
  /** Shorter pauses occur within sentences and are not suitable for a cut. */
  public static final Duration SHORTEST_REGION = Duration.ofMillis(300);

  /** Level difference between channels, in dB, above which the weaker one counts as dead. */
  private static final double DEAD_CHANNEL_DISTANCE = 40;

  private final Duration shortest;

  public SilenceDetector() {
    this(SHORTEST_REGION);
  }

  /**
   * @param shortest shorter regions are left out
   */
  public SilenceDetector(Duration shortest) {
    this.shortest = shortest;
  }

  /**
   * Detects silence in the sound of a decoded lecture.
   *
   * @param audio empty if there is no audio track
   * @param duration of the lecture; no region ends later
   * @param channelLevels RMS of each channel in dBFS
   */
  public SilenceAnalysis detect(
      Optional<AudioSamples.Source> audio, Duration duration, List<Double> channelLevels)
      throws InterruptedException {
    if (audio.isEmpty()) {
      return new SilenceAnalysis(List.of(), Outcome.NO_AUDIO_TRACK);
    }
    SilenceThreshold threshold = SilenceThreshold.of(levels(audio.get()));
    List<Span> spans =
        threshold.outcome() == Outcome.SPEECH
            ? silences(audio.get(), threshold.level(), duration)
            : List.of(new Span(Duration.ZERO, duration));
    return new SilenceAnalysis(
        spans.stream().map(span -> region(span, threshold.level())).toList(),
        outcome(threshold, channelLevels));
  }

  private static LevelHistogram levels(AudioSamples.Source audio) throws InterruptedException {
    LevelHistogram histogram = new LevelHistogram();
    try (LevelMeter meter = new LevelMeter(audio.open())) {
      for (double level = meter.next(); !Double.isNaN(level); level = meter.next()) {
        histogram.add(level);
      }
    }
    return histogram;
  }

  private List<Span> silences(AudioSamples.Source audio, double threshold, Duration duration)
      throws InterruptedException {
    SilenceTracker tracker = new SilenceTracker(shortest);
    try (LevelMeter meter = new LevelMeter(audio.open())) {
      boolean before = true;
      for (double level = meter.next(); !Double.isNaN(level); level = meter.next()) {
        // A hop is silent if both of its windows are.
        boolean silent = level < threshold;
        tracker.add(before && silent);
        before = silent;
      }
      tracker.add(before);
    }
    return tracker.finish(duration);
  }

  private static SilenceRegion region(Span span, double threshold) {
    return new SilenceRegion(span, SilenceRegion.Kind.AUDIO_SILENCE, threshold);
  }

  private static Outcome outcome(SilenceThreshold threshold, List<Double> channelLevels) {
    double loudest = channelLevels.stream().mapToDouble(x -> x).max().orElse(0);
    double weakest = channelLevels.stream().mapToDouble(x -> x).min().orElse(0);
    boolean oneDead = loudest - weakest > DEAD_CHANNEL_DISTANCE;
    return threshold.outcome() == Outcome.SPEECH && oneDead
        ? Outcome.ONE_CHANNEL_DEAD
        : threshold.outcome();
  }
}
