package org.lecturehighlights.shipping;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** One service of a compose file. */
record ComposeService(String name, Map<String, Object> fields) {

  /** Whether the image is made here. */
  boolean isOurs() {
    return fields.containsKey("build");
  }

  /** Empty where the field is missing. */
  String text(String field) {
    return String.valueOf(fields.getOrDefault(field, ""));
  }

  List<String> list(String field) {
    return fields.get(field) instanceof List<?> values
        ? values.stream().map(String::valueOf).toList()
        : List.of();
  }

  Map<String, Object> map(String field) {
    return ComposeFile.map(fields.get(field));
  }

  Set<String> dependencies() {
    return map("depends_on").keySet();
  }

  /** Empty without a limit. */
  String memoryLimit() {
    Object limits = ComposeFile.map(map("deploy").get("resources")).get("limits");
    return String.valueOf(ComposeFile.map(limits).getOrDefault("memory", ""));
  }

  /** What its volumes are made of, a name or a path; empty for one that has none. */
  List<String> volumeSources() {
    return list("volumes").stream()
        .map(volume -> volume.contains(":") ? volume.substring(0, volume.indexOf(':')) : "")
        .toList();
  }
}
