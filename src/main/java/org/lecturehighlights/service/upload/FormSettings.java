package org.lecturehighlights.service.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.service.job.ProcessingConfig;

/** Reads a job's settings from a form: one part of JSON, or simple fields, which win. */
@Singleton
public class FormSettings {
  /** The field that holds all settings as JSON. */
  public static final String DOCUMENT = "processing_config";

  private final ObjectMapper json;
  private final Validator validator;

  FormSettings(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  /**
   * {@code VALIDATION_ERROR} or {@code MALFORMED_REQUEST} with the field that is to blame.
   *
   * @param document JSON with all settings
   * @param field gives the value of a field of its own, or null
   */
  public ProcessingConfig read(
      @Nullable String document, Function<String, @Nullable String> field) {
    ObjectNode settings = document(document);
    for (String name : ProcessingConfig.FORM_FIELDS) {
      put(settings, name, field.apply(name));
    }
    ProcessingConfig config = convert(settings);
    Set<ConstraintViolation<ProcessingConfig>> violations = validator.validate(config);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
    return config;
  }

  private ObjectNode document(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return json.createObjectNode();
    }
    try {
      ObjectNode settings = json.readValue(text, ObjectNode.class);
      // The word null is JSON, too.
      return settings == null ? json.createObjectNode() : settings;
    } catch (JsonProcessingException e) {
      throw malformed(DOCUMENT, e);
    }
  }

  private ProcessingConfig convert(JsonNode settings) {
    try {
      return json.treeToValue(settings, ProcessingConfig.class);
    } catch (JsonMappingException e) {
      String field = e.getPath().isEmpty() ? null : e.getPath().getLast().getFieldName();
      throw malformed(field == null ? DOCUMENT : field, e);
    } catch (JsonProcessingException e) {
      throw malformed(DOCUMENT, e);
    }
  }

  private static void put(ObjectNode settings, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      settings.put(name, value.strip());
    }
  }

  private static Problem malformed(String field, Exception cause) {
    return Problem.ofField(
        ProblemKind.MALFORMED_REQUEST,
        field,
        field + " cannot be read; see /q/swagger-ui for what it may hold.",
        cause);
  }
}
