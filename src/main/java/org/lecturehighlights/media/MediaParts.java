package org.lecturehighlights.media;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.lecturehighlights.media.process.Ffmpeg;
import org.lecturehighlights.media.process.launch.MediaLimits;

/** The room's classes as beans of a running application. */
class MediaParts {
  @Produces
  @Singleton
  Ffmpeg ffmpeg(MediaConfig config) {
    return new Ffmpeg(config.ffmpeg(), MediaLimits.DEFAULT);
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
