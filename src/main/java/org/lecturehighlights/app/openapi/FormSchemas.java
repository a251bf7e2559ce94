package org.lecturehighlights.app.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.DotName;

/**
 * Describes forms: an operation whose form fields are the marked members of a record names the
 * record by the extension {@code x-form-fields}, because the scanner sees none of the fields.
 */
final class FormSchemas {
  private static final String MARK = "x-form-fields";
  private static final DotName FIELD =
      DotName.createSimple("org.lecturehighlights.service.job.FormField");

  private final RecordSchemas records;

  FormSchemas(RecordSchemas records) {
    this.records = records;
  }

  void complete(OpenAPI document) {
    document.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .filter(operation -> operation.getExtensions() != null)
        .filter(operation -> operation.getExtensions().containsKey(MARK))
        .forEach(this::complete);
  }

  private void complete(Operation operation) {
    String record = String.valueOf(operation.getExtensions().get(MARK));
    operation.removeExtension(MARK);
    // The scanner copies the extension to the answers if a method describes some of them.
    operation.getResponses().removeExtension(MARK);
    operation
        .getResponses()
        .getAPIResponses()
        .values()
        .forEach(response -> response.removeExtension(MARK));
    for (MediaType body : operation.getRequestBody().getContent().getMediaTypes().values()) {
      Map<String, Schema> fields = new LinkedHashMap<>(body.getSchema().getProperties());
      records
          .components(record)
          .forEach((name, component) -> {
            if (component.hasAnnotation(FIELD)) {
              fields.put(name, OASFactory.createSchema().addType(Schema.SchemaType.STRING));
            }
          });
      body.getSchema().setProperties(fields);
    }
  }
}
