package org.lecturehighlights.shipping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a Dockerfile must keep to; a finding is one sentence. */
final class DockerfileRules {
  private static final Pattern SECRET =
      Pattern.compile("\\w*(PASSWORD|SECRET|TOKEN|API_KEY|CREDENTIAL|DATABASE_URL)\\w*=.+");

  private static final Pattern DOWNLOAD = Pattern.compile("\\b(curl|wget)\\b|^ADD\\b");

  private static final Set<String> LABELS = Set.of("title", "description", "licenses", "version");

  private final Dockerfile file;
  private final Dockerfile shipped;
  private final List<String> admitted;
  private final List<String> findings = new ArrayList<>();

  private DockerfileRules(Dockerfile file, List<String> admitted) {
    this.file = file;
    this.shipped = file.shipped();
    this.admitted = admitted;
  }

  /**
   * @param ignored the lines of .dockerignore, which must shut everything out and admit some paths
   */
  static List<String> findings(Dockerfile file, List<String> ignored) {
    List<String> admitted =
        ignored.stream()
            .filter(line -> line.startsWith("!"))
            .map(line -> line.substring(1))
            .toList();
    var rules = new DockerfileRules(file, admitted);
    rules.expect(
        ignored.stream().filter(line -> !line.startsWith("#")).findFirst().orElse("").equals("*"),
        "everything goes into the build unless it is shut out");
    rules.checkBases();
    rules.checkSteps();
    rules.checkShipped();
    return rules.findings;
  }

  private void checkBases() {
    for (String base : file.bases()) {
      expect(
          base.equals("scratch") || file.stages().contains(base) || ImageName.isPinned(base),
          "starts from " + base + ", which has no fixed version");
    }
  }

  private void checkSteps() {
    for (Dockerfile.Instruction step : file.instructions()) {
      String line = step.keyword() + " " + step.rest();
      expect(!DOWNLOAD.matcher(line).find(), "downloads by itself: " + line);
      if (step.is("RUN") && line.contains("apt-get")) {
        checkPackages(step.rest());
      }
      if (step.is("ENV") || step.is("ARG")) {
        expect(!SECRET.matcher(step.rest()).find(), "carries a secret: " + line);
      }
      if (step.is("COPY") && !step.rest().contains("--from=")) {
        sources(step.rest())
            .filter(source -> !admitted.contains(source))
            .forEach(source -> expect(false, ".dockerignore hides " + source));
      }
    }
  }

  private void checkPackages(String run) {
    expect(run.contains("apt-get update"), "installs from old lists");
    expect(run.contains("--no-install-recommends"), "installs what nobody asked for");
    expect(
        run.endsWith("rm -rf /var/lib/apt/lists/*") || run.contains("rm -rf /var/lib/apt/lists/* "),
        "leaves the lists of packages behind");
  }

  private void checkShipped() {
    expect(shipped.last("USER").matches("[1-9]\\d*(:[1-9]\\d*)?"), "runs as root or by a name");
    List<String> kinds =
        shipped.instructions().stream().map(Dockerfile.Instruction::keyword).toList();
    expect(
        !kinds.contains("USER") || kinds.lastIndexOf("USER") > kinds.lastIndexOf("RUN"),
        "changes the image after its user");
    for (String start : List.of("ENTRYPOINT", "CMD")) {
      expect(shipped.last(start).matches("\\[\".*\"]"), start + " goes through a shell");
    }
    expect(
        shipped.last("HEALTHCHECK").matches(".*CMD \\[\".*\"]"), "has no health check of its own");
    expect(shipped.last("STOPSIGNAL").equals("SIGTERM"), "is not told how to stop");
    String labels = shipped.last("LABEL");
    LABELS.stream()
        .filter(label -> !labels.contains("org.opencontainers.image." + label + "="))
        .forEach(label -> expect(false, "has no label " + label));
  }

  /** All but options and the target. */
  private static Stream<String> sources(String copy) {
    List<String> words =
        Stream.of(copy.split("\\s+")).filter(word -> !word.startsWith("--")).toList();
    return words.subList(0, words.size() - 1).stream();
  }

  private void expect(boolean kept, String otherwise) {
    if (!kept) {
      findings.add(otherwise);
    }
  }
}
