package org.lecturehighlights.lecture.media.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Finds ffmpeg: the configured one, else the one on PATH, else the one on the class path. */
public final class FfmpegLocator {
  private final Optional<Path> configured;

  /**
   * @param configured wins over PATH and class path
   */
  public FfmpegLocator(Optional<Path> configured) {
    this.configured = configured;
  }

  /**
   * The absolute path of the executable.
   *
   * @throws Problem {@code MEDIA_TOOL_MISSING} where there is none
   */
  public Path locate() {
    if (configured.isPresent()) {
      Path path = configured.get();
      if (!Files.isExecutable(path)) {
        throw Problem.of(
            ProblemKind.MEDIA_TOOL_MISSING,
            "The configured ffmpeg does not exist or is not executable; correct or remove it.");
      }
      return path.toAbsolutePath();
    }
    return Confinement.onPath("ffmpeg").or(FfmpegLocator::embedded).orElseThrow(this::missing);
  }

  private static Optional<Path> embedded() {
    try {
      return EmbeddedFfmpeg.extract(Path.of(System.getProperty("java.io.tmpdir")));
    } catch (IOException cause) {
      throw Problem.of(
          ProblemKind.MEDIA_TOOL_MISSING,
          "The embedded ffmpeg cannot be written to the temporary directory; free some space or"
              + " install ffmpeg.",
          cause);
    }
  }

  private Problem missing() {
    return Problem.of(
        ProblemKind.MEDIA_TOOL_MISSING,
        "Install ffmpeg on the PATH, configure where it is, or run a package that brings its own.");
  }
}
