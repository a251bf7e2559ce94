package org.lecturehighlights.media.process.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the limits of the kernel around a command where util-linux is installed; elsewhere the
 * command runs as it is. The tools replace themselves by the command, so the process stays one.
 */
public final class Confinement {
  private final List<String> prefix = new ArrayList<>();

  /** Looks for the tools and tries them once. */
  public Confinement(MediaLimits limits) {
    if (!System.getProperty("os.name").startsWith("Linux")) {
      return;
    }
    // Who asks the API of the same machine should not wait for pictures.
    onPath("nice").ifPresent(tool -> prefix.addAll(List.of(tool.toString(), "-n", "10")));
    long cpuSeconds = limits.run().toSeconds() * Runtime.getRuntime().availableProcessors();
    onPath("prlimit")
        .ifPresent(tool ->
            prefix.addAll(
                List.of(
                    tool.toString(),
                    "--as=" + limits.memoryBytes(),
                    "--fsize=" + limits.outputBytes(),
                    "--core=0",
                    "--cpu=" + cpuSeconds)));
    // A kill -9 of this JVM gives it no chance to end its children; the kernel does it instead.
    onPath("setpriv")
        .ifPresent(tool -> prefix.addAll(List.of(tool.toString(), "--pdeathsig", "KILL")));
    if (!prefix.isEmpty() && !works()) {
      prefix.clear();
    }
  }

  /** The command line with the limits before it. */
  public List<String> around(List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  /** An executable file of that name in one of the directories of PATH. */
  static Optional<Path> onPath(String name) {
    String path = System.getenv("PATH");
    if (path == null) {
      return Optional.empty();
    }
    for (String directory : path.split(File.pathSeparator, -1)) {
      Path candidate = directory.isEmpty() ? null : Path.of(directory, name);
      if (candidate != null && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
        return Optional.of(candidate.toAbsolutePath());
      }
    }
    return Optional.empty();
  }

  /** Old versions lack an option and hardened containers forbid some: try once with a no-op. */
  private boolean works() {
    Optional<Path> nothing = onPath("true");
    if (nothing.isEmpty()) {
      return false;
    }
    try {
      Process trial =
          ProcessSpawner.start(
              new ProcessBuilder(around(List.of(nothing.get().toString())))
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .redirectError(ProcessBuilder.Redirect.DISCARD));
      return trial.waitFor() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
