package org.lecturehighlights.lecture.media.process;

/** What ffmpeg is run for, to tell its runs apart in metrics and traces. */
public enum FfmpegPurpose {
  /** What can this ffmpeg do? */
  CHECK,
  /** What is in the file? */
  PROBE,
  /** The one decoding of a lecture. */
  DECODE,
  /** Reads what that decoding left. */
  INTERMEDIATE,
  CAPTIONS,
  CLIP,
  THUMBNAIL,
  OTHER
}
