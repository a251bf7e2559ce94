package org.lecturehighlights.shipping.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program {@code kubectl}, where there is one. */
final class Kubectl {
  private static final int PATIENCE_SECONDS = 60;

  /**
   * What a run printed.
   *
   * @param code the exit code, -1 where the program is missing or does not end
   */
  record Result(int code, String output, String errors) {
    boolean isFine() {
      return code == 0;
    }
  }

  private Kubectl() {}

  static boolean isPresent() {
    return run("", "version", "--client").isFine();
  }

  static boolean reachesApiServer() {
    return run("", "get", "--raw", "/readyz", "--request-timeout=5s").isFine();
  }

  /** What Kustomize makes of a directory. */
  static List<Manifest> render(Path directory) {
    Result result = run("", "kustomize", directory.toString());
    if (!result.isFine()) {
      throw new IllegalStateException(directory + ": " + result.errors());
    }
    return ManifestFiles.read(result.output());
  }

  static Result run(String input, String... arguments) {
    List<String> command = new ArrayList<>(List.of("kubectl"));
    command.addAll(List.of(arguments));
    try {
      Path in = Files.createTempFile("kubectl", ".in");
      Path out = Files.createTempFile("kubectl", ".out");
      Path err = Files.createTempFile("kubectl", ".err");
      try {
        Files.writeString(in, input);
        Process process =
            new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        return new Result(
            ended ? process.exitValue() : -1,
            Files.readString(out, StandardCharsets.UTF_8),
            Files.readString(err, StandardCharsets.UTF_8));
      } catch (IOException missing) {
        return new Result(-1, "", String.valueOf(missing.getMessage()));
      } finally {
        for (Path file : List.of(in, out, err)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result(-1, "", "interrupted");
    }
  }
}
