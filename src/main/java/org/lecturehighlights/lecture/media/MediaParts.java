package org.lecturehighlights.lecture.media;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.media.process.FfmpegObserver;
import org.lecturehighlights.lecture.media.process.MediaLimits;

/** The room's classes as beans of a running application. */
class MediaParts {
  @Produces
  @Singleton
  Ffmpeg ffmpeg(MediaConfig config, FfmpegObserver observer) {
    return new Ffmpeg(config.ffmpeg(), limits(config.limits()), observer);
  }

  private static MediaLimits limits(MediaConfig.Limits set) {
    MediaLimits usual = MediaLimits.DEFAULT;
    return new MediaLimits(
        set.pixels().orElse(usual.pixels()),
        set.pixelsPerSecond().orElse(usual.pixelsPerSecond()),
        set.length().orElse(usual.length()),
        set.inspection().orElse(usual.inspection()),
        set.run().orElse(usual.run()),
        set.processor().orElse(usual.processor()),
        set.memory().map(MemorySize::asLongValue).orElse(usual.memoryBytes()),
        set.output().map(MemorySize::asLongValue).orElse(usual.outputBytes()));
  }

  @Produces
  @Singleton
  MediaProbe probe(Ffmpeg ffmpeg) {
    return new MediaProbe(ffmpeg);
  }
}
