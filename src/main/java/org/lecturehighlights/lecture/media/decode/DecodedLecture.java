package org.lecturehighlights.lecture.media.decode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The small intermediates of a lecture that all analyses work on; their time is lecture time.
 *
 * @param audio 16 kHz mono FLAC for {@link AudioSamples}, or empty without a sound track
 * @param frames small gray pictures for {@link GrayFrames}, or empty without a picture
 * @param duration as decoded
 * @param truncated the file declares clearly more than could be decoded
 * @param loudness of the sound track
 * @param channelLevels RMS of each channel in dBFS, negative infinity for digital silence
 */
public record DecodedLecture(
    Optional<Path> audio,
    Optional<Path> frames,
    Duration duration,
    boolean truncated,
    Optional<Loudness> loudness,
    List<Double> channelLevels) {
  public DecodedLecture {
    channelLevels = List.copyOf(channelLevels);
  }
}
