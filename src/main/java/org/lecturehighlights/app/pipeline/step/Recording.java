package org.lecturehighlights.app.pipeline.step;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lecturehighlights.lecture.media.decode.Loudness;

/**
 * What initializing leaves for the analyses.
 *
 * @param audio 16 kHz mono
 * @param frames small gray pictures
 * @param duration as decoded
 * @param truncated the file declares more than it holds
 * @param channelLevels RMS of each channel in dBFS, −200 for digital silence
 * @param width of the lecture's picture in pixels; 0 without one
 */
public record Recording(
    Optional<Path> audio,
    Optional<Path> frames,
    Duration duration,
    boolean truncated,
    Optional<Loudness> loudness,
    List<Double> channelLevels,
    int width,
    int height) {
  public Recording {
    channelLevels = List.copyOf(channelLevels);
  }
}
