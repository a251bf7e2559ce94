package org.lecturehighlights.shipping.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a real API server says to the overlays, without keeping them. */
class ApiServerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Servers before 1.23 know these by other versions, with the fields that we use. */
  private static final int MINOR_OF_PRESENT_VERSIONS = 23;

  private static final Map<String, String> FORMER_VERSIONS =
      Map.of(
          "HorizontalPodAutoscaler", "autoscaling/v2beta2",
          "PodDisruptionBudget", "policy/v1beta1");

  @BeforeEach
  void there_is_an_api_server() {
    assumeTrue(Kubectl.reachesApiServer(), "no API server answers kubectl");
  }

  @ParameterizedTest
  @MethodSource("org.lecturehighlights.shipping.kubernetes.ManifestsTest#overlays")
  void the_api_server_takes_an_overlay(Path overlay) throws Exception {
    Kubectl.Result result = dryRun(Kubectl.render(overlay));
    assertThat(result.errors()).as(result.output()).doesNotContainIgnoringCase("error");
    assertThat(result.isFine()).isTrue();
    assertThat(result.output())
        .contains("lecture-api", "lecture-worker")
        .contains("(server dry run)");
  }

  @Test
  void the_api_server_refuses_a_misspelt_field() throws Exception {
    List<Manifest> manifests = ManifestFiles.base();
    Manifest api = manifests.stream().filter(Manifest::hasPods).findFirst().orElseThrow();
    ((ObjectNode) api.json().path("spec")).put("replika", 2);
    assertThat(dryRun(manifests).errors()).contains("replika");
  }

  /** In the namespace that every server has, since a dry run makes none. */
  private static Kubectl.Result dryRun(List<Manifest> manifests) throws Exception {
    boolean former = minorVersion() < MINOR_OF_PRESENT_VERSIONS;
    ObjectNode all = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "List");
    all.putArray("items")
        .addAll(
            manifests.stream()
                .map(manifest -> forServer(manifest, former))
                .collect(Collectors.toList()));
    return Kubectl.run(
        JSON.writeValueAsString(all),
        "apply",
        "--dry-run=server",
        "--validate=strict",
        "--filename=-");
  }

  private static ObjectNode forServer(Manifest manifest, boolean former) {
    ObjectNode json = manifest.json().deepCopy();
    if (former && FORMER_VERSIONS.containsKey(manifest.kind())) {
      json.put("apiVersion", FORMER_VERSIONS.get(manifest.kind()));
    }
    if (!manifest.kind().equals("Namespace")) {
      ((ObjectNode) json.path("metadata")).put("namespace", "default");
    }
    return json;
  }

  private static int minorVersion() throws Exception {
    JsonNode version = JSON.readTree(Kubectl.run("", "version", "--output=json").output());
    return Integer.parseInt(version.at("/serverVersion/minor").asText().replaceAll("[^0-9]", ""));
  }
}
