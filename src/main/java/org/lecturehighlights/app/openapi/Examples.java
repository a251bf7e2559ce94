package org.lecturehighlights.app.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** One example for each name: a name means the same wherever it occurs. */
final class Examples {
  private static final Map<String, Object> BY_NAME =
      Map.ofEntries(
          Map.entry("job_id", "job_0123456789ab"),
          Map.entry("clip_id", "3f0c8f0a-6f3b-4a53-9d0c-0c2f8a1d7e11"),
          Map.entry("filename", "linear-algebra-07.mp4"),
          Map.entry("file_size", 734_003_200),
          Map.entry("content_type", "video/mp4"),
          Map.entry("prompt", "what helps with the exam"),
          Map.entry("resolution", "1080p"),
          Map.entry("processing_mode", "vision"),
          Map.entry("rate_limit_mode", true),
          Map.entry("clip_count", 5),
          Map.entry("clip_min_seconds", 20),
          Map.entry("clip_max_seconds", 90),
          Map.entry("key", "job_0123456789ab/upload/original.mp4"),
          Map.entry("token", "c3RyZWFt.c2lnbmF0dXJl"),
          Map.entry("download", true),
          Map.entry("Last-Event-ID", 7),
          Map.entry("If-Match", "\"5f3c\""),
          Map.entry("If-None-Match", "\"5f3c\""),
          Map.entry("Idempotency-Key", "8e03978e-40d5-43dd-bc93-6894a57f9324"),
          Map.entry("webhook_id", "webhook_0123456789ab"),
          Map.entry("url", "https://lectures.example.org/hooks/highlights"),
          Map.entry("events", List.of("job.completed")),
          Map.entry("start_time", 61.5),
          Map.entry("end_time", 102.25),
          Map.entry("Upload-Length", "734003200"),
          Map.entry("Upload-Offset", "0"),
          Map.entry("Upload-Metadata", "filename bGluZWFyLWFsZ2VicmEtMDcubXA0"),
          Map.entry("Upload-Checksum", "sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0="),
          Map.entry("number", 1),
          Map.entry("q", "eigenvectors"),
          Map.entry("status", "completed"),
          Map.entry("created_after", "2026-01-01T00:00:00Z"),
          Map.entry("created_before", "2026-02-01T00:00:00Z"),
          Map.entry("cursor", "MjAyNi0wMS0wMVQwMDowMDowMFo"),
          Map.entry("title", "Why eigenvectors matter"));

  private Examples() {}

  static void add(OpenAPI document) {
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    schemas.values().forEach(Examples::members);
    document.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .forEach(operation -> add(operation, schemas));
  }

  private static void members(Schema schema) {
    if (schema.getProperties() != null) {
      schema
          .getProperties()
          .forEach((name, member) -> {
            if (member.getRef() == null && member.getExample() == null) {
              member.setExample(named(name, member));
            }
          });
    }
  }

  private static void add(Operation operation, Map<String, Schema> schemas) {
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(Examples::parameter);
    }
    if (operation.getRequestBody() != null) {
      for (MediaType body : operation.getRequestBody().getContent().getMediaTypes().values()) {
        if (body.getExample() == null && body.getExamples() == null && body.getSchema() != null) {
          body.setExample(example(body.getSchema(), schemas));
        }
      }
    }
  }

  private static void parameter(Parameter parameter) {
    if (parameter.getExample() == null && parameter.getExamples() == null) {
      Schema schema = parameter.getSchema();
      parameter.setExample(
          schema != null && schema.getDefaultValue() != null
              ? schema.getDefaultValue()
              : named(parameter.getName(), schema));
    }
  }

  /** The example of that name, if it fits the type and the values of this schema. */
  private static @Nullable Object named(String name, @Nullable Schema schema) {
    Object usual = BY_NAME.get(name);
    if (usual == null || schema == null) {
      return usual;
    }
    if (is(schema, Schema.SchemaType.ARRAY) && !(usual instanceof List)) {
      return List.of(Objects.requireNonNull(named(name, schema.getItems())));
    }
    if (is(schema, Schema.SchemaType.STRING)) {
      usual = usual.toString();
    }
    List<Object> allowed = schema.getEnumeration();
    return allowed == null || allowed.contains(usual) ? usual : allowed.getFirst();
  }

  private static boolean is(Schema schema, Schema.SchemaType type) {
    return schema.getType() != null && schema.getType().contains(type);
  }

  /** An object made of the examples of its members; null if the schema is not an object. */
  private static @Nullable Object example(Schema schema, Map<String, Schema> schemas) {
    if (schema.getExample() != null) {
      return schema.getExample();
    }
    if (schema.getRef() != null) {
      String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
      return example(Objects.requireNonNull(schemas.get(name)), schemas);
    }
    if (schema.getProperties() == null) {
      return "binary".equals(schema.getFormat()) ? "(bytes)" : null;
    }
    Map<String, Object> members = new LinkedHashMap<>();
    schema
        .getProperties()
        .forEach((name, member) -> {
          Object named = named(name, member);
          Object value = named == null ? example(member, schemas) : named;
          if (value != null) {
            members.put(name, value);
          }
        });
    return members.isEmpty() ? List.of() : members;
  }
}
