package org.lecturehighlights.shipping.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files under {@code kubernetes/}, read without any program but ours. */
final class ManifestFiles {
  static final Path ROOT = Path.of("kubernetes");
  static final Path BASE = ROOT.resolve("base");

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private ManifestFiles() {}

  /**
   * The objects of a YAML text.
   *
   * @throws IllegalArgumentException if it is no YAML, or a key occurs twice
   */
  static List<Manifest> read(String yaml) {
    try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(yaml)) {
      List<Manifest> manifests = new ArrayList<>();
      while (documents.hasNextValue()) {
        if (documents.nextValue() instanceof ObjectNode object) {
          manifests.add(new Manifest(object));
        }
      }
      return manifests;
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  static List<Manifest> read(Path file) {
    try {
      return read(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** All YAML files but data for other programs. */
  static List<Path> all() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one document of a kustomization file. */
  static JsonNode kustomization(Path directory) {
    return read(directory.resolve("kustomization.yaml")).getFirst().json();
  }

  static List<Path> directoriesOf(String kind) {
    try (Stream<Path> directories = Files.list(ROOT.resolve(kind))) {
      return directories.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The base as Kustomize renders it, but for the hash in the generated name. */
  static List<Manifest> base() {
    JsonNode kustomization = kustomization(BASE);
    JsonNode labels = kustomization.at("/labels/0/pairs");
    List<Manifest> manifests = new ArrayList<>();
    for (JsonNode file : kustomization.path("resources")) {
      manifests.addAll(read(BASE.resolve(file.asText())));
    }
    for (JsonNode generator : kustomization.path("configMapGenerator")) {
      manifests.add(generated(generator));
    }
    for (Manifest manifest : manifests) {
      for (String place : labelledPlaces(manifest)) {
        ((ObjectNode) manifest.json().at(place)).setAll((ObjectNode) labels.deepCopy());
      }
    }
    return manifests;
  }

  private static Manifest generated(JsonNode generator) {
    ObjectNode map = YAML.createObjectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
    map.putObject("metadata").put("name", generator.path("name").asText()).putObject("labels");
    ObjectNode data = map.putObject("data");
    for (JsonNode file : generator.path("envs")) {
      try (Stream<String> lines = Files.lines(BASE.resolve(file.asText()))) {
        lines
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split("=", 2))
            .forEach(pair -> data.put(pair[0], pair[1]));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Manifest(map);
  }

  private static List<String> labelledPlaces(Manifest manifest) {
    return Stream.of(
            "/metadata/labels",
            "/spec/template/metadata/labels",
            "/spec/selector/matchLabels",
            manifest.kind().equals("Service") ? "/spec/selector" : "/none")
        .filter(place -> manifest.json().at(place) instanceof ObjectNode)
        .toList();
  }
}
