package org.lecturehighlights.shipping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A file of docker compose as its rules read it: services that extend others are complete, and
 * {@code ${NAME:-default}} is the default.
 *
 * @param folder where its relative paths begin
 * @param services by name
 * @param volumes the names that it declares
 */
record ComposeFile(Path folder, List<ComposeService> services, Set<String> volumes) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\w+:-([^}]*)}");

  static ComposeFile of(Path folder, String text) {
    Map<String, Object> file = yaml(VARIABLE.matcher(text).replaceAll("$1"));
    List<ComposeService> services = new ArrayList<>();
    section(file, "services")
        .forEach((name, fields) ->
            services.add(new ComposeService(name, complete(folder, map(fields)))));
    return new ComposeFile(folder, services, Set.copyOf(section(file, "volumes").keySet()));
  }

  ComposeService service(String name) {
    return services.stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Its own fields win over those of the service that it extends. */
  private static Map<String, Object> complete(Path folder, Map<String, Object> fields) {
    if (!(fields.get("extends") instanceof Map<?, ?> base)) {
      return fields;
    }
    Path file = folder.resolve(String.valueOf(base.get("file")));
    ComposeService found = of(folder, read(file)).service(String.valueOf(base.get("service")));
    Map<String, Object> both = new LinkedHashMap<>(found.fields());
    both.putAll(fields);
    return both;
  }

  static Map<String, Object> yaml(String text) {
    return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> section(Map<String, Object> file, String name) {
    return file.get(name) instanceof Map<?, ?> section ? map(section) : Map.of();
  }

  /** Keys of YAML may be anything; those of a compose file are text. */
  static Map<String, Object> map(@Nullable Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> fields) {
      fields.forEach((key, field) -> map.put(String.valueOf(key), field == null ? "" : field));
    }
    return map;
  }
}
