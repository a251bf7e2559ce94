package org.lecturehighlights.lecture.media.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /**
   * @param words what it is, for people
   * @param ways the first that works is taken
   */
  private record Measure(String words, List<List<String>> ways) {}

  private static final Measure ENDS_WITH_US =
      new Measure(
          "an end with this process",
          // A kill -9 of this JVM gives it no chance to end its children; the kernel does it.
          List.of(
              List.of("setpriv", "--no-new-privs", "--pdeathsig", "KILL"),
              List.of("setpriv", "--pdeathsig", "KILL")));

  /** Away from the terminal; but then an interruption typed there must reach it through us. */
  private static final Measure OWN_SESSION =
      new Measure("a session of its own", List.of(List.of("setsid")));

  private final List<String> prefix = new ArrayList<>();
  private final List<String> inForce = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  /** Looks for the tools and tries them: all at once, and each where not all work. */
  public Confinement(MediaLimits limits) {
    List<Measure> kernel = kernel(limits);
    if (tryAll(Stream.concat(kernel.stream(), Stream.of(ENDS_WITH_US, OWN_SESSION)).toList())) {
      return;
    }
    kernel.forEach(this::tryOut);
    if (tryOut(ENDS_WITH_US)) {
      tryOut(OWN_SESSION);
    }
  }

  private static List<Measure> kernel(MediaLimits limits) {
    long seconds = limits.processor().toSeconds();
    return List.of(
        // Who asks the API of the same machine should not wait for pictures.
        new Measure("a low priority", List.of(List.of("nice", "-n", "10"))),
        new Measure(
            "limits of processor time, memory and output",
            List.of(
                List.of(
                    "prlimit",
                    "--data=" + limits.memoryBytes(),
                    "--as=" + ADDRESSES * limits.memoryBytes(),
                    "--fsize=" + limits.outputBytes(),
                    "--cpu=" + seconds + ":" + (seconds + PROCESSOR_GRACE),
                    "--core=0"))),
        // Without the privilege for an empty network, a user namespace of one's own may grant it.
        new Measure(
            "no network", List.of(List.of("unshare", "--net"), List.of("unshare", "-r", "--net"))));
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

  /** Adds the first way of every measure where they work together; one trial instead of many. */
  private boolean tryAll(List<Measure> measures) {
    for (Measure measure : measures) {
      Optional<List<String>> way = found(measure.ways().getFirst());
      if (way.isEmpty()) {
        prefix.clear();
        return false;
      }
      prefix.addAll(way.get());
    }
    if (!works()) {
      prefix.clear();
      return false;
    }
    measures.forEach(measure -> inForce.add(measure.words()));
    return true;
  }

  /** Adds the first of the ways that works after what was added before. */
  private boolean tryOut(Measure measure) {
    for (List<String> way : measure.ways()) {
      Optional<List<String>> part = found(way);
      if (part.isPresent()) {
        int before = prefix.size();
        prefix.addAll(part.get());
        if (works()) {
          inForce.add(measure.words());
          return true;
        }
        prefix.subList(before, prefix.size()).clear();
      }
    }
    missing.add(measure.words());
    return false;
  }

  /** The way with its tool's whole path; empty where the machine has none. */
  private static Optional<List<String>> found(List<String> way) {
    if (!System.getProperty("os.name").startsWith("Linux")) {
      return Optional.empty();
    }
    return onPath(way.getFirst())
        .map(tool -> Stream.concat(Stream.of(tool.toString()), way.stream().skip(1)).toList());
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
