package org.lecturehighlights.shipping.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import io.quarkus.runtime.configuration.DurationConverter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lecturehighlights.shipping.KnownSettings;
import org.lecturehighlights.shipping.ProbePaths;

/**
 * What we ask of every pod: the Pod Security Standard "restricted" and a read-only root, an image
 * of one version, memory that is asked for and bounded; and of ours, probes that the application
 * answers and settings that it reads.
 */
final class PodRules {
  private static final String OUR_IMAGE = "lecture-highlight-extractor";
  private static final Set<String> VOLUME_TYPES =
      Set.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "persistentVolumeClaim",
          "projected",
          "secret");

  private static final Set<String> WHILE_STOPPING =
      Set.of("QUARKUS_SHUTDOWN_DELAY", "QUARKUS_SHUTDOWN_TIMEOUT", "LECTURE_ENGINE_FINISH");

  /** The default of lecture.engine.drain, and what everything else takes. */
  private static final Duration AIR = Duration.ofSeconds(20);

  private final List<Manifest> manifests;
  private final KnownSettings settings;
  private final List<String> objections = new ArrayList<>();

  private PodRules(List<Manifest> manifests, KnownSettings settings) {
    this.manifests = manifests;
    this.settings = settings;
  }

  static List<String> objectionsTo(List<Manifest> manifests, KnownSettings settings) {
    PodRules rules = new PodRules(manifests, settings);
    manifests.stream().filter(Manifest::hasPods).forEach(rules::check);
    return rules.objections;
  }

  private void check(Manifest owner) {
    checkPod(owner);
    for (JsonNode container : owner.containers()) {
      checkPrivileges(owner, container);
      checkImage(owner, container.path("image").asText());
      checkResources(owner, container.path("resources"));
      if (container.path("image").asText().contains(OUR_IMAGE)) {
        checkProbes(owner, container);
        checkGrace(owner, container);
        expect(
            value(container, "JAVA_OPTS").contains("-XX:+ExitOnOutOfMemoryError"),
            owner,
            "goes on without memory");
        settingsOf(container)
            .flatMap(name -> settings.objectionTo(name).stream())
            .forEach(what -> object(owner, what));
      }
    }
  }

  private void checkPod(Manifest owner) {
    JsonNode pod = owner.podSpec();
    for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
      expect(!pod.path(shared).asBoolean(), owner, "shares the node by " + shared);
    }
    expect(
        pod.path("automountServiceAccountToken").isBoolean()
            && !pod.path("automountServiceAccountToken").asBoolean(),
        owner,
        "mounts a token that it does not need");
    Manifest.items(pod.path("volumes"))
        .flatMap(volume -> volume.properties().stream())
        .map(field -> field.getKey())
        .filter(field -> !field.equals("name") && !VOLUME_TYPES.contains(field))
        .forEach(type -> object(owner, "has a volume of the type " + type));
  }

  private void checkPrivileges(Manifest owner, JsonNode container) {
    JsonNode its = container.path("securityContext");
    JsonNode pods = owner.podSpec().path("securityContext");
    expect(either(its, pods, "runAsNonRoot").asBoolean(), owner, "may run as root");
    expect(either(its, pods, "runAsUser").asInt() > 0, owner, "runs as the user root");
    expect(
        Set.of("RuntimeDefault", "Localhost")
            .contains(either(its, pods, "seccompProfile").path("type").asText()),
        owner,
        "has no seccomp profile");
    expect(!its.path("allowPrivilegeEscalation").asBoolean(true), owner, "may gain privileges");
    expect(!its.path("privileged").asBoolean(), owner, "is privileged");
    expect(its.path("readOnlyRootFilesystem").asBoolean(), owner, "may write its root");
    expect(
        Manifest.items(its.at("/capabilities/drop")).anyMatch(it -> it.asText().equals("ALL")),
        owner,
        "keeps capabilities");
    expect(its.at("/capabilities/add").isMissingNode(), owner, "adds capabilities");
  }

  private static JsonNode either(JsonNode container, JsonNode pod, String field) {
    return container.has(field) ? container.path(field) : pod.path(field);
  }

  private void checkImage(Manifest owner, String image) {
    String last = image.substring(image.lastIndexOf('/') + 1);
    boolean pinned =
        last.contains("@sha256:")
            || last.contains(":") && !last.endsWith(":") && !last.endsWith(":latest");
    expect(pinned, owner, "uses whatever image " + image + " is at that time");
  }

  private void checkResources(Manifest owner, JsonNode resources) {
    JsonNode requests = resources.path("requests");
    JsonNode limits = resources.path("limits");
    expect(requests.has("cpu") && requests.has("memory"), owner, "asks for no CPU or memory");
    expect(limits.has("memory"), owner, "may take all memory of its node");
    requests.properties().stream()
        .filter(request -> limits.has(request.getKey()))
        .filter(request -> ModelRules.isQuantity(request.getValue().asText()))
        .filter(request -> ModelRules.isQuantity(limits.path(request.getKey()).asText()))
        .filter(request ->
            amount(request.getValue()).compareTo(amount(limits.path(request.getKey()))) > 0)
        .forEach(request -> object(owner, "asks for more " + request.getKey() + " than its limit"));
  }

  private static BigDecimal amount(JsonNode quantity) {
    return Quantity.getAmountInBytes(Quantity.parse(quantity.asText()));
  }

  private void checkProbes(Manifest owner, JsonNode container) {
    for (String kind : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
      JsonNode probe = container.at("/" + kind + "/httpGet");
      if (probe.isMissingNode()) {
        expect(owner.kind().equals("Job"), owner, "has no " + kind);
        continue;
      }
      String path = probe.path("path").asText();
      expect(ProbePaths.all().contains(path), owner, kind + " asks " + path + ", where nobody is");
      boolean management =
          probe.path("port").asInt() == ProbePaths.MANAGEMENT_PORT
              || Manifest.items(container.path("ports"))
                  .filter(port -> port.path("name").equals(probe.path("port")))
                  .anyMatch(
                      port -> port.path("containerPort").asInt() == ProbePaths.MANAGEMENT_PORT);
      expect(management, owner, kind + " asks " + probe.path("port") + ", no management port");
    }
  }

  private static String value(JsonNode container, String variable) {
    return Manifest.items(container.path("env"))
        .filter(one -> one.path("name").asText().equals(variable))
        .map(one -> one.path("value").asText())
        .findFirst()
        .orElse("");
  }

  /** Whoever is killed while it drains has drained for nothing. */
  private void checkGrace(Manifest owner, JsonNode container) {
    Duration needed =
        Manifest.items(container.path("env"))
            .filter(variable -> WHILE_STOPPING.contains(variable.path("name").asText()))
            .map(variable -> DurationConverter.parseDuration(variable.path("value").asText()))
            .reduce(AIR, Duration::plus);
    long grace = owner.podSpec().path("terminationGracePeriodSeconds").asLong(30);
    expect(grace >= needed.toSeconds(), owner, "is killed before it has drained in " + needed);
  }

  /** Variables by name, and those of whole maps. */
  private Stream<String> settingsOf(JsonNode container) {
    Stream<String> single =
        Manifest.items(container.path("env")).map(variable -> variable.path("name").asText());
    Stream<String> mapped =
        Manifest.items(container.path("envFrom"))
            .map(source -> source.at("/configMapRef/name").asText())
            .flatMap(name ->
                Manifest.ofKind(manifests, "ConfigMap").filter(map -> map.name().equals(name)))
            .flatMap(map -> map.json().path("data").properties().stream())
            .map(entry -> entry.getKey());
    return Stream.concat(single, mapped);
  }

  private void expect(boolean holds, Manifest owner, String otherwise) {
    if (!holds) {
      object(owner, otherwise);
    }
  }

  private void object(Manifest owner, String what) {
    objections.add(owner.title() + ": " + what);
  }
}
