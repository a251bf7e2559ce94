package org.lecturehighlights.shipping.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one object says of another: by name, by label, by port. */
final class References {
  private final List<Manifest> manifests;
  private final String documentation;
  private final List<String> objections = new ArrayList<>();

  /**
   * @param documentation names in back quotes what the reader has to bring
   */
  private References(List<Manifest> manifests, String documentation) {
    this.manifests = manifests;
    this.documentation = documentation;
  }

  static List<String> objectionsTo(List<Manifest> manifests, String documentation) {
    References references = new References(manifests, documentation);
    manifests.forEach(references::check);
    return references.objections;
  }

  private void check(Manifest manifest) {
    if (manifest.hasPods()) {
      checkPods(manifest);
    }
    JsonNode spec = manifest.json().path("spec");
    switch (manifest.kind()) {
      case "Service" -> checkService(manifest);
      case "PodDisruptionBudget" -> selected(spec.path("selector"), manifest);
      case "PodMonitor" -> {
        List<Manifest> pods = selected(spec.path("selector"), manifest);
        Manifest.items(spec.path("podMetricsEndpoints"))
            .forEach(endpoint -> everyPodHas(endpoint.path("port"), pods, manifest));
      }
      case "NetworkPolicy" -> {
        List<Manifest> pods = selected(spec.path("podSelector"), manifest);
        Manifest.items(spec.path("ingress"))
            .flatMap(rule -> Manifest.items(rule.path("ports")))
            .forEach(port -> anyPodHas(port.path("port"), pods, manifest));
      }
      case "HorizontalPodAutoscaler" ->
          expect(
              spec.at("/scaleTargetRef/kind").asText(), spec.at("/scaleTargetRef/name"), manifest);
      case "ScaledObject" -> {
        expect(
            spec.at("/scaleTargetRef/kind").asText("Deployment"),
            spec.at("/scaleTargetRef/name"),
            manifest);
        spec.findValues("authenticationRef")
            .forEach(ref -> expect("TriggerAuthentication", ref.path("name"), manifest));
      }
      case "TriggerAuthentication" ->
          Manifest.items(spec.path("secretTargetRef"))
              .forEach(ref -> expectSecret(ref.path("name"), manifest));
      case "Ingress" -> {
        Manifest.items(spec.path("tls"))
            .forEach(tls -> expectSecret(tls.path("secretName"), manifest));
        spec.findValues("service")
            .forEach(ref -> expectServicePort(ref.path("name"), ref.at("/port/name"), manifest));
      }
      case "HTTPRoute" ->
          spec.findValues("backendRefs").stream()
              .flatMap(Manifest::items)
              .forEach(ref -> expectServicePort(ref.path("name"), ref.path("port"), manifest));
      default -> {}
    }
  }

  private void checkPods(Manifest owner) {
    JsonNode pod = owner.podSpec();
    Set<String> volumes =
        Stream.concat(
                texts(pod.path("volumes"), "/name"),
                texts(owner.json().at("/spec/volumeClaimTemplates"), "/metadata/name"))
            .collect(Collectors.toSet());
    for (JsonNode container : owner.containers()) {
      texts(container.path("volumeMounts"), "/name")
          .filter(mount -> !volumes.contains(mount))
          .forEach(mount -> object(owner, "mounts the volume " + mount + ", which is not there"));
    }
    Set<JsonNode> needed = new HashSet<>();
    for (String field : List.of("secretKeyRef", "secretRef")) {
      needed.addAll(pod.findValues(field));
    }
    needed.forEach(ref -> expectSecret(ref.path("name"), owner));
    pod.findValues("secretName").forEach(name -> expectSecret(name, owner));
    for (String field : List.of("configMapKeyRef", "configMapRef", "configMap")) {
      pod.findValues(field).forEach(ref -> expect("ConfigMap", ref.path("name"), owner));
    }
    pod.findValues("claimName").forEach(name -> expect("PersistentVolumeClaim", name, owner));
    if (pod.has("serviceAccountName")) {
      expect("ServiceAccount", pod.path("serviceAccountName"), owner);
    }
    JsonNode selector = owner.json().at("/spec/selector/matchLabels");
    if (!includes(owner.podLabels(), selector)) {
      object(owner, "selects " + selector + ", but its pods have " + owner.podLabels());
    }
  }

  private void checkService(Manifest service) {
    JsonNode selector = service.json().at("/spec/selector");
    List<Manifest> pods = pods().filter(owner -> includes(owner.podLabels(), selector)).toList();
    if (pods.isEmpty()) {
      object(service, "selects no pods by " + selector);
    }
    Manifest.items(service.json().at("/spec/ports"))
        .map(port -> port.has("targetPort") ? port.path("targetPort") : port.path("port"))
        .forEach(target -> everyPodHas(target, pods, service));
  }

  private List<Manifest> selected(JsonNode selector, Manifest by) {
    List<Manifest> found = pods().filter(owner -> matches(owner.podLabels(), selector)).toList();
    if (found.isEmpty()) {
      object(by, "selects no pods by " + selector);
    }
    return found;
  }

  private static boolean matches(JsonNode labels, JsonNode selector) {
    return includes(labels, selector.path("matchLabels"))
        && Manifest.items(selector.path("matchExpressions"))
            .filter(expression -> expression.path("operator").asText().equals("In"))
            .allMatch(expression ->
                Manifest.items(expression.path("values"))
                    .anyMatch(labels.path(expression.path("key").asText())::equals));
  }

  private static boolean includes(JsonNode labels, JsonNode wanted) {
    return wanted.properties().stream()
        .allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
  }

  private void everyPodHas(JsonNode port, List<Manifest> pods, Manifest by) {
    if (!pods.stream().allMatch(owner -> hasPort(owner, port))) {
      object(by, "asks the port " + port + ", which its pods do not have");
    }
  }

  private void anyPodHas(JsonNode port, List<Manifest> pods, Manifest by) {
    if (pods.stream().noneMatch(owner -> hasPort(owner, port))) {
      object(by, "names the port " + port + ", which no pod has");
    }
  }

  private static boolean hasPort(Manifest owner, JsonNode port) {
    return owner.containers().stream()
        .flatMap(container -> Manifest.items(container.path("ports")))
        .anyMatch(has -> port.equals(has.path("name")) || port.equals(has.path("containerPort")));
  }

  private void expectServicePort(JsonNode name, JsonNode port, Manifest by) {
    expect("Service", name, by);
    boolean served =
        Manifest.ofKind(manifests, "Service")
            .filter(service -> service.name().equals(name.asText()))
            .flatMap(service -> Manifest.items(service.json().at("/spec/ports")))
            .anyMatch(has -> port.equals(has.path("name")) || port.equals(has.path("port")));
    if (!served) {
      object(by, "asks the port " + port + " of the Service " + name.asText());
    }
  }

  private void expectSecret(JsonNode name, Manifest by) {
    boolean brought = documentation.contains("`" + name.asText() + "`");
    boolean written =
        Manifest.ofKind(manifests, "Cluster")
            .anyMatch(cluster -> name.asText().equals(cluster.name() + "-app"));
    if (!brought && !written) {
      expect("Secret", name, by);
    }
  }

  private void expect(String kind, JsonNode name, Manifest by) {
    if (Manifest.ofKind(manifests, kind).noneMatch(it -> it.name().equals(name.asText()))) {
      object(by, "needs the " + kind + " " + name.asText() + ", which is not there");
    }
  }

  private Stream<Manifest> pods() {
    return manifests.stream().filter(Manifest::hasPods);
  }

  private static Stream<String> texts(JsonNode list, String pointer) {
    return Manifest.items(list).map(item -> item.at(pointer).asText());
  }

  private void object(Manifest by, String what) {
    objections.add(by.title() + " " + what);
  }
}
