package org.lecturehighlights.lecture.media.process;

import java.util.OptionalInt;

/**
 * Is told of every run of ffmpeg: whoever measures and traces stands here, so that this room knows
 * neither. Its methods do not throw.
 */
public interface FfmpegObserver {
  /** For whoever does not care. */
  FfmpegObserver NONE = _ -> (_, _) -> {};

  /** A process was started, by the thread that calls this. */
  Observed started(FfmpegPurpose purpose);

  /** How a process ended. */
  enum Ending {
    OK,
    /** An exit code of its own. */
    FAILED,
    /** A signal that we did not send: a crash, or a kernel without memory. */
    KILLED,
    /** It took longer, or wrote more, than allowed. */
    LIMIT,
    /** We had read enough, or the work was cancelled. */
    STOPPED
  }

  /** A process under way. */
  @FunctionalInterface
  interface Observed {
    /** The process has ended; called once, by any thread. */
    void ended(Ending how, OptionalInt exitCode);
  }
}
