package org.lecturehighlights.media;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.lecturehighlights.media.process.Ffmpeg;
import org.lecturehighlights.media.process.FfmpegObserver;
import org.lecturehighlights.media.process.launch.MediaLimits;

/** The room's classes as beans of a running application. */
class MediaParts {
  @Produces
  @Singleton
  Ffmpeg ffmpeg(MediaConfig config, FfmpegObserver observer) {
    return new Ffmpeg(config.ffmpeg(), MediaLimits.DEFAULT, observer);
  }

  @Produces
  @Singleton
  MediaProbe probe(Ffmpeg ffmpeg) {
    return new MediaProbe(ffmpeg);
  }

  @Produces
  @Singleton
  CaptionConverter captions(Ffmpeg ffmpeg) {
    return new CaptionConverter(ffmpeg);
  }
}
