package org.lecturehighlights.shipping.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One object of a manifest as it is written. */
record Manifest(ObjectNode json) {
  private static final Set<String> WITH_PODS =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "Job");

  String apiVersion() {
    return json.path("apiVersion").asText();
  }

  String kind() {
    return json.path("kind").asText();
  }

  String name() {
    return json.at("/metadata/name").asText();
  }

  /** How objections name it. */
  String title() {
    return kind() + " " + name();
  }

  boolean hasPods() {
    return WITH_PODS.contains(kind());
  }

  JsonNode podLabels() {
    return hasPods() ? json.at("/spec/template/metadata/labels") : MissingNode.getInstance();
  }

  JsonNode podSpec() {
    return hasPods() ? json.at("/spec/template/spec") : MissingNode.getInstance();
  }

  /** The containers of its pods. */
  List<JsonNode> containers() {
    return Stream.of("initContainers", "containers")
        .flatMap(kind -> items(podSpec().path(kind)))
        .toList();
  }

  /** The elements of a list, or the values of a map. */
  static Stream<JsonNode> items(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  static Stream<Manifest> ofKind(List<Manifest> manifests, String kind) {
    return manifests.stream().filter(manifest -> manifest.kind().equals(kind));
  }
}
