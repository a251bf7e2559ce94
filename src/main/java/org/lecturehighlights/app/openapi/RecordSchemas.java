package org.lecturehighlights.app.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Adds what the records say and the scanner does not: members are exactly the components, those
 * that are {@code @Nullable} may be null, and answers have all of them.
 */
final class RecordSchemas {
  private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
  private static final DotName LEFT_OUT =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");

  private static final DotName UNWRAPPED =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");

  private final IndexView index;
  private final List<ClassInfo> records;

  RecordSchemas(IndexView index) {
    this.index = index;
    this.records =
        index.getKnownClasses().stream()
            .filter(ClassInfo::isRecord)
            .filter(type -> type.name().toString().startsWith("org.lecturehighlights."))
            .toList();
  }

  /**
   * @param sent by name of the schema, whether callers send it
   */
  void complete(Components components, Map<String, Boolean> sent) {
    Map<String, Schema> schemas = new LinkedHashMap<>(components.getSchemas());
    // Copies for nullable members are taken from schemas that are already complete.
    for (int round = 0; round < 2; round++) {
      boolean last = round == 1;
      schemas.forEach((name, schema) ->
          recordOf(name, schema)
              .ifPresent(type ->
                  complete(schema, type, Boolean.TRUE.equals(sent.get(name)), schemas, last)));
    }
  }

  /** If two records have the same name, the names of their schemas end in a number. */
  private Optional<ClassInfo> recordOf(String name, Schema schema) {
    if (schema.getProperties() == null) {
      return Optional.empty();
    }
    String simple = name.replaceAll("[0-9]+$", "");
    return records.stream()
        .filter(type -> type.simpleName().equals(simple))
        .filter(type -> schema.getProperties().keySet().containsAll(components(type).keySet()))
        .findFirst();
  }

  /** The components of one of our records, by the names of the members. */
  Map<String, RecordComponentInfo> components(String simpleName) {
    return records.stream()
        .filter(type -> type.simpleName().equals(simpleName))
        .findFirst()
        .map(this::components)
        .orElseThrow();
  }

  /**
   * The components by the name of the member; an unwrapped component gives those of its own record.
   */
  private Map<String, RecordComponentInfo> components(ClassInfo type) {
    Map<String, RecordComponentInfo> components = new LinkedHashMap<>();
    type.recordComponentsInDeclarationOrder()
        .forEach(component -> {
          if (type.field(component.name()).hasAnnotation(UNWRAPPED)) {
            components.putAll(components(index.getClassByName(component.type().name())));
          } else {
            components.put(snakeCase(component.name()), component);
          }
        });
    return components;
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private void complete(
      Schema schema,
      ClassInfo type,
      boolean isSent,
      Map<String, Schema> schemas,
      boolean withReferences) {
    Map<String, RecordComponentInfo> components = components(type);
    Map<String, Schema> members = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    components.forEach((name, component) -> {
      Schema member = Objects.requireNonNull(schema.getProperties().get(name));
      boolean nullable = component.type().hasAnnotation(NULLABLE);
      members.put(name, nullable ? orNull(member, schemas, withReferences) : member);
      if (!component.hasAnnotation(LEFT_OUT)) {
        required.add(name);
      }
    });
    schema.setProperties(members);
    if (!isSent) {
      schema.setRequired(required);
    }
  }

  /**
   * OpenAPI 3.0 has no reference that may be null, so the schema that it refers to is written out.
   */
  private static Schema orNull(Schema member, Map<String, Schema> schemas, boolean withReferences) {
    if (member.getRef() != null) {
      if (!withReferences) {
        return member;
      }
      String name = member.getRef().substring(member.getRef().lastIndexOf('/') + 1);
      return orNull(copy(Objects.requireNonNull(schemas.get(name))), schemas, true);
    }
    if (member.getType() == null || member.getType().contains(Schema.SchemaType.NULL)) {
      return member;
    }
    if (member.getEnumeration() != null) {
      List<Object> values = new ArrayList<>(member.getEnumeration());
      values.add(null);
      member.setEnumeration(values);
    }
    List<Schema.SchemaType> types = new ArrayList<>(member.getType());
    types.add(Schema.SchemaType.NULL);
    member.setType(types);
    return member;
  }

  private static Schema copy(Schema from) {
    return OASFactory.createSchema()
        .type(from.getType())
        .format(from.getFormat())
        .enumeration(from.getEnumeration())
        .properties(from.getProperties())
        .required(from.getRequired())
        .items(from.getItems())
        .description(from.getDescription());
  }
}
