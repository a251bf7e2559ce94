package org.lecturehighlights.platform.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names the field of a request as its author wrote it, for instance {@code clip.max_seconds}. */
final class RequestField {
  private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

  private RequestField() {}

  /** The members below the method's parameter, or the parameter's own name. */
  static String of(ConstraintViolation<?> violation) {
    String parameter = "";
    List<String> members = new ArrayList<>();
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.PARAMETER) {
        parameter = snakeCase(node.getName());
      } else if (node.getKind() == ElementKind.PROPERTY) {
        members.add(snakeCase(node.getName()));
      }
    }
    return members.isEmpty() ? parameter : String.join(".", members);
  }

  /** Where reading JSON stopped; null at the top of the document. */
  static @Nullable String of(JsonMappingException failure) {
    List<String> members = new ArrayList<>();
    for (JsonMappingException.Reference reference : failure.getPath()) {
      String name = reference.getFieldName();
      members.add(name == null ? String.valueOf(reference.getIndex()) : name);
    }
    return members.isEmpty() ? null : String.join(".", members);
  }

  private static String snakeCase(@Nullable String name) {
    return name == null ? "" : SNAKE_CASE.translate(name);
  }
}
