package org.lecturehighlights.app.openapi;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which schemas the operations use, and whether callers send them. */
final class SchemaReach {
  private final OpenAPI document;
  private final Map<String, Boolean> sent = new HashMap<>();

  SchemaReach(OpenAPI document) {
    this.document = document;
  }

  /** The used schemas by name; true if a caller may send it. */
  Map<String, Boolean> reachable() {
    document.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .forEach(this::reach);
    return sent;
  }

  private void reach(Operation operation) {
    if (operation.getRequestBody() != null) {
      reach(operation.getRequestBody().getContent(), true);
    }
    operation.getResponses().getAPIResponses().values().forEach(r -> reach(r.getContent(), false));
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(parameter -> reach(parameter.getSchema(), true));
    }
  }

  private void reach(@Nullable Content content, boolean isSent) {
    if (content != null) {
      content.getMediaTypes().values().forEach(type -> reach(type.getSchema(), isSent));
    }
  }

  private void reach(@Nullable Schema schema, boolean isSent) {
    if (schema == null) {
      return;
    }
    if (schema.getRef() != null) {
      String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
      Boolean known = sent.get(name);
      if (known == null || (isSent && !known)) {
        sent.put(name, isSent);
        reach(document.getComponents().getSchemas().get(name), isSent);
      }
      return;
    }
    Stream.of(
            schema.getProperties() == null ? null : schema.getProperties().values(),
            schema.getAllOf(),
            schema.getAnyOf(),
            schema.getOneOf())
        .filter(Objects::nonNull)
        .flatMap(Collection::stream)
        .forEach(below -> reach(below, isSent));
    reach(schema.getItems(), isSent);
    reach(schema.getAdditionalPropertiesSchema(), isSent);
  }
}
