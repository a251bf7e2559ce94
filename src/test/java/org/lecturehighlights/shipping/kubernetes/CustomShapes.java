package org.lecturehighlights.shipping.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Objects of controllers whose definitions are no part of Kubernetes, checked against shapes that
 * we wrote after their references: in {@code custom-resources.yaml} a field with an exclamation
 * mark is required, a star stands for any key, and {@code a|b} for one of these words.
 */
final class CustomShapes {
  private final JsonNode shapes =
      ManifestFiles.read(Path.of("src/test/resources/shipping/custom-resources.yaml"))
          .getFirst()
          .json();
  private final List<String> objections = new ArrayList<>();

  private CustomShapes() {}

  static List<String> objectionsTo(Manifest manifest) {
    CustomShapes check = new CustomShapes();
    JsonNode shape = check.shapes.path(manifest.apiVersion() + " " + manifest.kind());
    if (shape.isMissingNode()) {
      return List.of(manifest.title() + ": no shape of " + manifest.apiVersion() + " is known");
    }
    check.check(shape, manifest.json().path("spec"), manifest.title() + ".spec");
    return check.objections;
  }

  private void check(JsonNode shape, JsonNode value, String path) {
    if (shape.isObject()) {
      checkFields(shape, value, path);
    } else if (shape.isArray()) {
      if (!value.isArray()) {
        objections.add(path + " is no list");
      }
      int index = 0;
      for (JsonNode item : value) {
        check(shape.path(0), item, path + "[" + index++ + "]");
      }
    } else if (!isOfType(shape.asText(), value)) {
      objections.add(path + ": " + value + " is no " + shape.asText());
    }
  }

  private void checkFields(JsonNode shape, JsonNode value, String path) {
    if (!value.isObject()) {
      objections.add(path + " is no object");
      return;
    }
    value
        .properties()
        .forEach(field -> {
          JsonNode inner = shapeOf(field.getKey(), shape);
          if (inner.isMissingNode()) {
            objections.add(path + "." + field.getKey() + " is unknown");
          } else {
            check(inner, field.getValue(), path + "." + field.getKey());
          }
        });
    for (String missing : missing(shape, value)) {
      objections.add(path + "." + missing + " is required");
    }
  }

  private static JsonNode shapeOf(String field, JsonNode shape) {
    for (String name : List.of(field, field + "!", "*")) {
      if (shape.has(name)) {
        return shape.path(name);
      }
    }
    return shape.path("nothing of that name");
  }

  private static Set<String> missing(JsonNode shape, JsonNode value) {
    return shape.properties().stream()
        .map(field -> field.getKey())
        .filter(name -> name.endsWith("!"))
        .map(name -> name.substring(0, name.length() - 1))
        .filter(name -> !value.has(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOfType(String type, JsonNode value) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "duration" -> value.isTextual() && value.asText().matches("(\\d+(h|ms|m|s))+");
      case "quantity" -> ModelRules.isQuantity(value.asText());
      default ->
          type.contains("|")
              && value.isTextual()
              && List.of(type.split("\\|")).contains(value.asText());
    };
  }
}
