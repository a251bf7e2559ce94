package org.lecturehighlights.shipping;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a file of docker compose must keep to; a finding names the service and what is wrong. */
final class ComposeRules {
  /**
   * What we use of the Compose specification; compose refuses the rest, but may not be installed.
   */
  private static final Set<String> FIELDS =
      Set.of(
          "build",
          "cap_drop",
          "command",
          "container_name",
          "depends_on",
          "deploy",
          "environment",
          "extends",
          "healthcheck",
          "image",
          "ports",
          "profiles",
          "read_only",
          "restart",
          "security_opt",
          "stop_grace_period",
          "tmpfs",
          "user",
          "volumes");

  /** PostgreSQL's image changes owner and user at its start, which takes capabilities. */
  private static final Set<String> NEED_CAPABILITIES = Set.of("db");

  private final ComposeFile file;
  private final KnownSettings settings;
  private final List<String> findings = new ArrayList<>();

  private ComposeRules(ComposeFile file, KnownSettings settings) {
    this.file = file;
    this.settings = settings;
  }

  static List<String> findings(ComposeFile file, KnownSettings settings) {
    var rules = new ComposeRules(file, settings);
    file.services().forEach(rules::check);
    rules.checkThatVolumesAreUsed();
    return rules.findings;
  }

  private void check(ComposeService service) {
    for (String field : service.fields().keySet()) {
      expect(FIELDS.contains(field), service, "unknown field " + field);
    }
    expect(ImageName.isPinned(service.text("image")), service, "image without a fixed version");
    expect(service.map("healthcheck").containsKey("test"), service, "no health check");
    expect(
        service.text("restart").equals("unless-stopped"), service, "does not come back by itself");
    for (String port : service.list("ports")) {
      expect(port.startsWith("127.0.0.1:"), service, "port open to the network: " + port);
    }
    checkReferences(service);
    if (!NEED_CAPABILITIES.contains(service.name())) {
      checkPrivileges(service);
    }
    if (service.isOurs()) {
      checkOurs(service);
    }
  }

  private void checkReferences(ComposeService service) {
    Set<String> names =
        file.services().stream().map(ComposeService::name).collect(Collectors.toUnmodifiableSet());
    for (String dependency : service.dependencies()) {
      expect(names.contains(dependency), service, "depends on unknown service " + dependency);
    }
    for (String source : service.volumeSources()) {
      if (source.startsWith(".")) {
        expect(Files.exists(file.folder().resolve(source)), service, "mounts missing " + source);
      } else {
        expect(
            source.isEmpty() || file.volumes().contains(source),
            service,
            "mounts undeclared volume " + source);
      }
    }
  }

  private void checkPrivileges(ComposeService service) {
    expect(service.list("cap_drop").equals(List.of("ALL")), service, "keeps capabilities");
    expect(
        service.list("security_opt").contains("no-new-privileges:true"),
        service,
        "may gain privileges");
    expect(!service.memoryLimit().isEmpty(), service, "no limit of memory");
  }

  private void checkOurs(ComposeService service) {
    expect(service.text("read_only").equals("true"), service, "root file system can be written");
    expect(!service.text("user").matches("|root.*|0(:.*)?"), service, "runs as root");
    expect(
        service.list("tmpfs").stream().anyMatch(mount -> mount.startsWith("/tmp")),
        service,
        "no /tmp");
    expect(!service.text("stop_grace_period").isEmpty(), service, "no time to hand work over");
    String dockerfile = String.valueOf(service.map("build").get("dockerfile"));
    String context = String.valueOf(service.map("build").get("context"));
    expect(
        Files.isRegularFile(file.folder().resolve(context).resolve(dockerfile)),
        service,
        "built from missing " + dockerfile);
    expect(
        String.valueOf(service.map("environment").get("JAVA_OPTS"))
            .contains("-XX:+ExitOnOutOfMemoryError"),
        service,
        "goes on without memory");
    for (String variable : service.map("environment").keySet()) {
      settings.objectionTo(variable).ifPresent(objection -> expect(false, service, objection));
    }
  }

  private void checkThatVolumesAreUsed() {
    Set<String> used =
        file.services().stream()
            .map(ComposeService::volumeSources)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());
    Stream<String> unused = file.volumes().stream().filter(volume -> !used.contains(volume));
    unused.forEach(volume -> findings.add("volume " + volume + " is used by nobody"));
  }

  private void expect(boolean kept, ComposeService service, String otherwise) {
    if (!kept) {
      findings.add(service.name() + ": " + otherwise);
    }
  }
}
