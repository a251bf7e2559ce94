package org.lecturehighlights.shipping.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {

  @Test
  void the_base_is_in_order() {
    assertThat(ManifestChecks.objectionsTo(ManifestFiles.base())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("completeFiles")
  void each_file_holds_what_kubernetes_and_its_controllers_take(Path file) {
    assertThat(ManifestFiles.read(file))
        .isNotEmpty()
        .allSatisfy(manifest -> assertThat(ManifestChecks.objectionsToForm(manifest)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("kustomizations")
  void a_kustomization_names_files_that_are_there(Path directory) {
    JsonNode kustomization = ManifestFiles.kustomization(directory);
    Stream<String> named =
        Stream.of(
                Manifest.items(kustomization.path("resources")),
                Manifest.items(kustomization.path("components")),
                kustomization.findValues("envs").stream().flatMap(Manifest::items),
                kustomization.findValues("files").stream().flatMap(Manifest::items),
                Manifest.items(kustomization.path("patches"))
                    .map(patch -> patch.path("path"))
                    .filter(JsonNode::isTextual))
            .flatMap(paths -> paths)
            .map(JsonNode::asText);
    assertThat(named).allSatisfy(path -> assertThat(directory.resolve(path)).exists());
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void an_overlay_is_in_order_as_kustomize_renders_it(Path overlay) {
    assumeTrue(Kubectl.isPresent(), "rendering needs kubectl");
    List<Manifest> manifests = Kubectl.render(overlay);
    assertThat(manifests).hasSizeGreaterThan(10);
    assertThat(ManifestChecks.objectionsTo(manifests)).isEmpty();
  }

  /** Each component alone, and all that go together. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "migrate-at-start",
        "s3",
        "keda",
        "monitoring",
        "ingress",
        "gateway",
        "cloudnative-pg",
        "keda monitoring ingress gateway cloudnative-pg s3",
        "migrate-at-start keda monitoring gateway cloudnative-pg s3"
      })
  void components_are_in_order_on_the_base(String components) throws IOException {
    assumeTrue(Kubectl.isPresent(), "rendering needs kubectl");
    assertThat(
            Stream.of(components.split(" ")).map(ManifestFiles.ROOT.resolve("components")::resolve))
        .allSatisfy(directory -> assertThat(directory).isDirectory());
    Path directory = Files.createDirectories(Path.of("target", "kustomize", components));
    StringBuilder text = new StringBuilder("resources: [../../../kubernetes/base]\ncomponents:\n");
    for (String component : components.split(" ")) {
      text.append("  - ../../../kubernetes/components/").append(component).append('\n');
    }
    Files.writeString(directory.resolve("kustomization.yaml"), text);
    assertThat(ManifestChecks.objectionsTo(Kubectl.render(directory))).isEmpty();
  }

  @Test
  void the_alerts_are_those_of_docker_compose() {
    JsonNode rule =
        ManifestFiles.read(ManifestFiles.ROOT.resolve("components/monitoring/rules.yaml"))
            .getFirst()
            .json();
    JsonNode alerts =
        ManifestFiles.read(Path.of("docker/monitoring/alerts.yaml")).getFirst().json();
    assertThat(rule.path("spec")).isEqualTo(alerts);
  }

  @Test
  void a_key_that_occurs_twice_is_refused(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("twice.yaml");
    Files.writeString(file, "kind: ConfigMap\ndata:\n  A: x\n  A: y\n");
    assertThatThrownBy(() -> ManifestFiles.read(file))
        .hasMessageContaining("twice.yaml")
        .hasMessageContaining("Duplicate field 'A'");
  }

  /** Without patches, which are parts of objects, and without the files of Kustomize itself. */
  static Stream<Path> completeFiles() {
    return kustomizations()
        .flatMap(directory ->
            Manifest.items(ManifestFiles.kustomization(directory).path("resources"))
                .map(path -> directory.resolve(path.asText())))
        .filter(Files::isRegularFile);
  }

  static Stream<Path> kustomizations() {
    return ManifestFiles.all().stream()
        .filter(file -> file.endsWith("kustomization.yaml"))
        .map(Path::getParent);
  }

  static List<Path> overlays() {
    return ManifestFiles.directoriesOf("overlays");
  }
}
