package org.lecturehighlights.app.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.IndexView;

/**
 * Adds to the document what follows from rules, so that no resource has to repeat it. A resource
 * that contradicts the rules fails the build.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CompleteDocument implements OASFilter {
  private static final Set<String> IGNORED = Set.of("Content-Type", "Content-Length");

  private final RecordSchemas records;
  private final DeclaredProblems problems;
  private final FormSchemas fields;

  /**
   * @param index the application's classes, some of which are the document's schemas
   */
  public CompleteDocument(IndexView index) {
    this.records = new RecordSchemas(index);
    this.problems = new DeclaredProblems(index);
    this.fields = new FormSchemas(records);
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Components components = document.getComponents();
    document.setServers(List.of(OASFactory.createServer().url("/")));
    document.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme("bearer")));
    components.addSecurityScheme("signature", StoredFiles.signature());
    CommonHeaders.define(components);
    fields.complete(document);
    document.getPaths().getPathItems().forEach(this::complete);
    Map<String, Boolean> reachable = new SchemaReach(document).reachable();
    components.getSchemas().keySet().stream()
        .filter(name -> !reachable.containsKey(name))
        .toList()
        .forEach(components::removeSchema);
    records.complete(components, reachable);
    Examples.add(document);
    ProblemShape.define(components);
  }

  private void complete(String path, PathItem item) {
    item.getOperations()
        .forEach((method, operation) -> complete(method + " " + path, method, path, operation));
  }

  /**
   * Removes the parameters that the specification ignores: the description of the body says the
   * same.
   */
  private static void forgetIgnored(Operation operation) {
    if (operation.getParameters() != null) {
      operation.setParameters(
          operation.getParameters().stream()
              .filter(parameter -> !IGNORED.contains(parameter.getName()))
              .toList());
    }
  }

  private void complete(
      String where, PathItem.HttpMethod method, String path, Operation operation) {
    if (operation.getOperationId() == null) {
      operation.setOperationId(OperationName.of(method.name(), path));
    }
    forgetIgnored(operation);
    StoredFiles.complete(operation);
    ResumableUploads.complete(method, path, operation);
    RawBodies.complete(operation);
    ProblemResponses.complete(where, path, operation, problems.of(where));
    CommonHeaders.add(operation);
  }
}
