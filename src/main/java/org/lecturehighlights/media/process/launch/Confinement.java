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
 * command runs as it is. Each tool replaces itself by the next one and the last by the command, so
 * the process stays one.
 */
public final class Confinement {
  /** From the first signal, which ffmpeg answers by ending in order, to the one that kills. */
  private static final int PROCESSOR_GRACE = 5;

  /** Libraries and reserved addresses take no memory, but count where data alone is not counted. */
  private static final int ADDRESSES = 4;

  private final List<String> prefix = new ArrayList<>();
  private final List<String> inForce = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  /** Looks for the tools and tries each once: hardened containers forbid some. */
  public Confinement(MediaLimits limits) {
    // Who asks the API of the same machine should not wait for pictures.
    tryOut("a low priority", List.of(List.of("nice", "-n", "10")));
    long seconds = limits.processor().toSeconds();
    tryOut(
        "limits of processor time, memory and output",
        List.of(
            List.of(
                "prlimit",
                "--data=" + limits.memoryBytes(),
                "--as=" + ADDRESSES * limits.memoryBytes(),
                "--fsize=" + limits.outputBytes(),
                "--cpu=" + seconds + ":" + (seconds + PROCESSOR_GRACE),
                "--core=0")));
    // Without the privilege for an empty network, a user namespace of one's own may grant it.
    tryOut("no network", List.of(List.of("unshare", "--net"), List.of("unshare", "-r", "--net")));
    // A kill -9 of this JVM gives it no chance to end its children; the kernel does it instead.
    boolean endsWithUs =
        tryOut(
            "an end with this process",
            List.of(
                List.of("setpriv", "--no-new-privs", "--pdeathsig", "KILL"),
                List.of("setpriv", "--pdeathsig", "KILL")));
    if (endsWithUs) {
      // Away from the terminal; but then an interruption typed there must reach it through us.
      tryOut("a session of its own", List.of(List.of("setsid")));
    }
  }

  /** The command line with the limits before it. */
  public List<String> around(List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  /** What is put around a command, in words. */
  public List<String> inForce() {
    return List.copyOf(inForce);
  }

  /** What this machine does not allow, in words. */
  public List<String> missing() {
    return List.copyOf(missing);
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

  /** Adds the first of the ways that works after what was added before. */
  private boolean tryOut(String measure, List<List<String>> ways) {
    boolean linux = System.getProperty("os.name").startsWith("Linux");
    for (List<String> way : ways) {
      Optional<Path> tool = linux ? onPath(way.getFirst()) : Optional.empty();
      if (tool.isPresent()) {
        List<String> part = new ArrayList<>(way);
        part.set(0, tool.get().toString());
        int before = prefix.size();
        prefix.addAll(part);
        if (works()) {
          inForce.add(measure);
          return true;
        }
        prefix.subList(before, prefix.size()).clear();
      }
    }
    missing.add(measure);
    return false;
  }

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
